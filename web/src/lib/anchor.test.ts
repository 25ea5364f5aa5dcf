import { expect, test } from "vitest";
import { isChanged, makeAnchor, readAnchor } from "./anchor";
import { CodePoints } from "./text";

const TEXT = "🌊 The dam burst, the channel said: “water & mud + stones”.";

test("an anchor leads back to the same words", () => {
  const points = new CodePoints(TEXT);
  const span = { start: 36, end: 56, text: points.slice(36, 56) };
  const read = readAnchor(makeAnchor(span));
  expect(read).toEqual({ start: 36, end: 56, quote: span.text });
  expect(read && isChanged(read, points)).toBe(false);
});

test("it says so if other words stand there now", () => {
  const anchor = readAnchor(makeAnchor({ start: 2, end: 15, text: "The dam burst" }));
  expect(anchor && isChanged(anchor, new CodePoints("🌊 The big dam burst."))).toBe(true);
});

test("it says so if the text has become too short", () => {
  const anchor = readAnchor("#char=2,200");
  expect(anchor && isChanged(anchor, new CodePoints(TEXT))).toBe(true);
});

test("of long words only the beginning stands in the address, and that is what is checked", () => {
  const text = "слово ".repeat(100);
  const hash = makeAnchor({ start: 0, end: 600, text });
  const anchor = readAnchor(hash);
  expect(hash.length).toBeLessThan(500);
  expect(anchor && isChanged(anchor, new CodePoints(text))).toBe(false);
});

test.each(["", "#", "#main", "#char=a,b", "#char=9,3", "#char=-1,3"])("%j names no words", (hash) => expect(readAnchor(hash)).toBeNull());
