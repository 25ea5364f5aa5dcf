import { expect, test } from "vitest";
import { CodePoints, count, sayDay, sayDays, sayInstant, shorten } from "./text";

test("an emoji is one code point, though the browser counts two", () => {
  const points = new CodePoints("🌊 Dam 🌊 burst");
  expect(points.length).toBe(13);
  expect(points.slice(2, 5)).toBe("Dam");
  expect(points.slice(6, 13)).toBe("🌊 burst");
});

test("what lies beyond the end is cut at the end", () => expect(new CodePoints("abc").slice(1, 99)).toBe("bc"));

test("days are said in words, the same in every zone", () => {
  expect(sayDay("2025-12-02")).toBe("2 December 2025");
  expect(sayDays("2025-12-01", "2025-12-02")).toBe("1 December 2025 to 2 December 2025");
  expect(sayDays("2025-12-01", "2025-12-01")).toBe("1 December 2025");
  expect(sayDay(null)).toBe("undated");
});

test("an instant is said in UTC", () => expect(sayInstant("2025-12-03T23:14:05+02:00")).toBe("3 December 2025, 21:14 UTC"));

test("shortening never cuts an emoji in two", () => {
  expect(shorten("🌊🌊🌊🌊", 3)).toBe("🌊🌊…");
  expect(shorten("🌊🌊", 2)).toBe("🌊🌊");
});

test("one thing is singular", () => expect([count(1, "claim"), count(1200, "claim")]).toEqual(["1 claim", "1,200 claims"]));
