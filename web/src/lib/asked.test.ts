import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Asked } from "./asked.svelte";

/** Requests that are answered when the test says so. */
let asked: { url: string; signal: AbortSignal; answer: (value: unknown) => void }[] = [];
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", (url: string, { signal }: { signal: AbortSignal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      asked.push({ url, signal, answer: (value) => resolve(new Response(JSON.stringify(value))) });
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

test("another question aborts the one on its way, and the old answer stays until the new one is there", async () => {
  const cards = new Asked<number>();
  cards.ask("claims", { kind: "strike" });
  asked[0]?.answer(1);
  await settle();
  cards.ask("claims", { kind: "combat" })();
  cards.ask("claims", { kind: "damage" });
  expect([cards.value, cards.isAsking, asked[1]?.signal.aborted]).toEqual([1, true, true]);
  asked[2]?.answer(3);
  await settle();
  expect([cards.value, cards.isAsking]).toEqual([3, false]);
});

test("the same question again lets the answer through, and is asked once more", async () => {
  const events = new Asked<number>();
  const letGo = events.ask("events", {}, 1);
  letGo();
  events.ask("events", {}, 2);
  await settle();
  expect([asked.length, asked[0]?.signal.aborted]).toEqual([1, false]);
  asked[0]?.answer(1);
  await settle();
  expect([events.value, asked.length]).toEqual([1, 2]);
  asked[1]?.answer(2);
  await settle();
  expect([events.value, events.isAsking, asked.length]).toEqual([2, false, 2]);
});

test("what nobody waits for any more is aborted", async () => {
  const desk = new Asked<number>();
  desk.ask("desk")();
  await settle();
  expect(asked[0]?.signal.aborted).toBe(true);
});
