import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { colourOf, start } from "./start.svelte";

const STATE = { seq: 0, documents: 0, claims: 0, comparing: null as object | null, counting: false };
let answers: Record<string, object> = {};
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify(answers[url])));
  });
});
afterEach(() => vi.unstubAllGlobals());

function serve(state: object, colours: Record<string, string>): void {
  answers = { "/api/state": state, "/api/start": { ...state, version: "1", words: {}, colours } };
}

test("sides get their colours with the first documents, and an unchanged ledger changes nothing", async () => {
  serve(STATE, {});
  await start.load();
  const before = start.state;
  await start.refresh();
  expect(start.state).toBe(before);
  expect(colourOf("russia")).toBe("n");

  serve({ ...STATE, seq: 3, documents: 1 }, { russia: "a" });
  await start.refresh();
  expect([start.seq, colourOf("russia")]).toEqual([3, "a"]);

  asked = [];
  serve({ ...STATE, seq: 4, documents: 1 }, { russia: "a" });
  await start.refresh();
  expect([start.seq, asked]).toEqual([4, ["/api/state"]]);
});

test("what depends on events is asked again when all claims are compared", async () => {
  serve({ ...STATE, seq: 5, comparing: { done: 1, of: 2 } }, {});
  await start.refresh();
  const before = start.compared;
  serve({ ...STATE, seq: 5 }, {});
  await start.refresh();
  expect([start.isComparing, start.compared]).toEqual([false, before + 1]);
});
