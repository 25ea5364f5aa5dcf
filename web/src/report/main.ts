/** The report: over the plain page that Python wrote, the same events as one can read them in the workbench. */
import { mount } from "svelte";
import "../app.css";
import { listenToKeys } from "../lib/keys";
import { paper } from "../lib/paper.svelte";
import { tell } from "../lib/start.svelte";
import Report from "./Report.svelte";
import { unpack } from "./unpack";

async function begin(): Promise<void> {
  const [held, plain] = [document.getElementById("report"), document.getElementById("plain")];
  if (!held?.textContent || !plain) return;
  const report = await unpack(JSON.parse(held.textContent) as string);
  tell(report.words, report.colours);
  const target = document.createElement("div");
  mount(Report, { target, props: { report } });
  plain.replaceWith(target);
  listenToKeys();
  paper.listen();
}

// Where it cannot be read, the plain page stays.
begin().catch((error: unknown) => console.warn("the plain page is shown:", error));
