/** Files on their way into the ledger. What is in stays in, whatever becomes of the rest. */
import { get, send } from "./api";
import { notices } from "./notices.svelte";
import type { JobShape, JobsShape, ReaderShape } from "./shapes";
import { start } from "./start.svelte";
import { count } from "./text";

const EVERY_MS = 700;

export function isRunning(job: JobShape): boolean {
  return job.state === "waiting" || job.state === "reading";
}

/** Of how many documents without a claim it is asked whether they were read. */
const ASKED_OF = 5;

/** What became of an import; `unread` of its documents were stored only. */
export function sayCame(job: JobShape, unread: number): string {
  const came = job.new + job.versions;
  const parts: string[] = [];
  if (came && unread === came) parts.push(`${count(came, "document")} came in and ${came === 1 ? "was" : "were"} not read`);
  else if (came) parts.push(`${count(came, "document")} came in with ${count(job.claims, "claim")}`, ...(unread ? [`${unread} of them not read`] : []));
  if (job.known) parts.push(`${job.known.toLocaleString("en-GB")} known already`);
  if (job.trouble_count) parts.push(`${job.trouble_count.toLocaleString("en-GB")} could not be read: the Desk says why`);
  return parts.join(", ") || "nothing came in";
}

async function countUnread(job: JobShape): Promise<number> {
  if (job.claims || !(job.new + job.versions) || job.documents.length > ASKED_OF) return 0;
  const pages = await Promise.all(job.documents.map(({ id }) => get<ReaderShape>(`documents/${encodeURIComponent(id)}`).catch(() => null)));
  return pages.filter((page) => page && !page.made_by).length;
}

/** What somebody knows of the files that they bring; empty is what the files themselves say. */
export interface Given { outlet: string; published: string; language: string }

class Imports {
  given = $state<Given>({ outlet: "", published: "", language: "" });
  jobs = $state.raw<JobShape[]>([]);
  /** Names of files that are being handed over. */
  sending = $state.raw<string[]>([]);
  #isWatching = false;

  get running(): JobShape[] {
    return this.jobs.filter(isRunning);
  }

  /** Hand files over, one after the other; a file that is refused does not keep the others back. */
  async add(files: Iterable<File>): Promise<void> {
    const queue = [...files];
    this.sending = [...this.sending, ...queue.map((file) => file.name)];
    for (const file of queue) {
      try {
        this.#keep(await send<JobShape>("POST", "imports", file, { name: file.name, ...this.given }));
      } catch (error) {
        notices.fail(new Error(`${file.name}: ${error instanceof Error ? error.message : String(error)}`));
      }
      this.#sent(file.name);
      void this.watch();
    }
  }

  async openSample(): Promise<void> {
    try {
      this.#keep(await send<JobShape>("POST", "imports/sample"));
      void this.watch();
    } catch (error) {
      notices.fail(error);
    }
  }

  async cancel(id: string): Promise<void> {
    try {
      this.#keep(await send<JobShape>("DELETE", `imports/${encodeURIComponent(id)}`));
    } catch (error) {
      notices.fail(error);
    }
  }

  /** Follow the imports until none runs any more. */
  async watch(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    try {
      do {
        const before = this.running;
        this.jobs = (await get<JobsShape>("imports")).items;
        for (const job of before) void this.#tell(this.jobs.find((each) => each.id === job.id));
        if (before.length !== this.running.length) await start.load();
        if (this.running.length || this.sending.length) await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      } while (this.running.length || this.sending.length);
    } catch {
      // The server is gone or busy; the next import, or the next visit, looks again.
    }
    this.#isWatching = false;
  }

  async #tell(job: JobShape | undefined): Promise<void> {
    if (!job || isRunning(job)) return;
    const came = job.new + job.versions + job.known;
    if (job.state === "failed" || (!came && job.trouble_count)) notices.fail(new Error(`${job.name}: ${job.troubles[0]?.message ?? "could not be read"}`));
    else if (job.state === "done") notices.say(`${job.name}: ${sayCame(job, await countUnread(job))}`);
  }

  #keep(job: JobShape): void {
    this.jobs = [job, ...this.jobs.filter((each) => each.id !== job.id)];
  }

  #sent(name: string): void {
    const at = this.sending.indexOf(name);
    this.sending = this.sending.filter((_, index) => index !== at);
  }
}

export const imports = new Imports();
