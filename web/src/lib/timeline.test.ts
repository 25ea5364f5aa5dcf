import { describe, expect, test } from "vitest";
import { axisOf, dayOf, moved, msOf, packed } from "./timeline";

describe("moved", () => {
  test.each([
    ["2025-12-03", "day", 1, "2025-12-04"], ["2025-12-31", "day", 1, "2026-01-01"], ["2025-12-03", "week", -1, "2025-11-26"],
    ["2025-01-31", "month", 1, "2025-02-28"], ["2024-02-29", "year", 1, "2025-02-28"], ["2025-01-15", "month", -1, "2024-12-15"],
    ["2025-03-30", "day", 1, "2025-03-31"],
  ] as const)("%s, a %s, %d times", (day, step, by, expected) => {
    expect(moved(day, step, by)).toBe(expected);
  });

  test("forth and back by days is where one was, whatever the summer time", () => {
    for (let day = "2025-01-01"; day < "2026-01-01"; day = moved(day, "day", 1)) expect(moved(moved(day, "week", 1), "week", -1)).toBe(day);
  });
});

describe("axis", () => {
  test("the last day has a width, and every x belongs to the day that is drawn there", () => {
    const axis = axisOf("2025-12-01", "2025-12-10", 0, 100);
    expect(axis.x("2025-12-01")).toBe(0);
    expect(axis.x("2025-12-11")).toBe(100);
    expect(axis.dayAt(0)).toBe("2025-12-01");
    expect(axis.dayAt(99.9)).toBe("2025-12-10");
  });

  test("the year is told once, where it begins to be of use", () => {
    const labels = axisOf("2025-11-01", "2026-02-10", 0, 900).ticks.map(({ label }) => label);
    expect(labels.filter((label) => label.includes("2025"))).toHaveLength(1);
    expect(labels.filter((label) => label.includes("2026"))).toHaveLength(1);
  });

  test("no label covers the one before it", () => {
    for (let days = 3; days < 900; days += 7) {
      const { ticks } = axisOf("2025-12-01", moved("2025-12-01", "day", days), 0, 640);
      const told = ticks.filter(({ label }) => label);
      for (const [at, { x, label }] of told.slice(1).entries()) expect(x - (told[at]?.x ?? 0)).toBeGreaterThan(((label.length + (told[at]?.label.length ?? 0)) * 6) / 2);
    }
  });

  test("ticks are whole days however short the time", () => {
    const { ticks } = axisOf("2025-12-01", "2025-12-01", 0, 900);
    expect(ticks.map(({ label }) => label)).toEqual(["1 Dec 2025", "2 Dec"]);
  });

  test("a day survives the way to milliseconds and back", () => {
    for (const day of ["1999-12-31", "2024-02-29", "2025-06-01"]) expect(dayOf(msOf(day))).toBe(day);
  });
});

test("what overlaps lies in rows of its own, and a row is used again", () => {
  expect(packed([{ left: 0, right: 10 }, { left: 5, right: 15 }, { left: 12, right: 20 }, { left: 21, right: 22 }], 2)).toEqual([0, 1, 0, 1]);
});
