import { describe, expect, test } from "vitest";
import { drawn, lanesOf, stepped, widened } from "./timelineWindow";

const bar = (first: string, last: string, sides: Record<string, number> = { russia: 1 }) => ({ first, last, sides });
const days = { step: "day" as const, bars: [bar("2025-12-01", "2025-12-01"), bar("2025-12-03", "2025-12-03")] };
const months = { step: "month" as const, bars: [bar("2025-01-01", "2025-01-31"), bar("2025-02-01", "2025-02-28"), bar("2025-03-01", "2025-03-31")] };

describe("stepping", () => {
  test("the first step to the right takes the first bar, to the left the last one", () => {
    expect(stepped({ from: "", to: "" }, days, 1)).toEqual({ from: "2025-12-01", to: "2025-12-01" });
    expect(stepped({ from: "", to: "" }, days, -1)).toEqual({ from: "2025-12-03", to: "2025-12-03" });
  });
  test("whole months stay whole months, whatever their length", () => {
    const february = stepped({ from: "2025-01-01", to: "2025-01-31" }, months, 1);
    expect(february).toEqual({ from: "2025-02-01", to: "2025-02-28" });
    expect(stepped(february, months, 1)).toEqual({ from: "2025-03-01", to: "2025-03-31" });
    expect(stepped({ from: "2025-03-01", to: "2025-03-31" }, months, -1)).toEqual(february);
  });
  test("an open end is the end of what there is", () => {
    expect(stepped({ from: "2025-12-02", to: "" }, days, 1)).toEqual({ from: "2025-12-03", to: "2025-12-04" });
  });
  test("where nothing is dated nothing moves", () => {
    expect(stepped({ from: "", to: "" }, { step: "day", bars: [] }, 1)).toEqual({ from: "", to: "" });
  });
});

test("widening moves one end only, and leaves an open one open", () => {
  expect(widened({ from: "2025-12-02", to: "2025-12-02" }, days, 1)).toEqual({ from: "2025-12-02", to: "2025-12-03" });
  expect(widened({ from: "2025-12-02", to: "2025-12-02" }, days, -1)).toEqual({ from: "2025-12-01", to: "2025-12-02" });
  expect(widened({ from: "", to: "2025-12-02" }, days, -1)).toEqual({ from: "", to: "2025-12-02" });
  expect(widened({ from: "2025-01-01", to: "2025-01-31" }, months, 1)).toEqual({ from: "2025-01-01", to: "2025-02-28" });
});

test("drawing either way takes whole bars, and days between them as they are", () => {
  expect(drawn("2025-02-10", "2025-01-20", months.bars)).toEqual({ from: "2025-01-01", to: "2025-02-28" });
  expect(drawn("2025-12-02", "2025-12-03", days.bars)).toEqual({ from: "2025-12-02", to: "2025-12-03" });
});

test("no claim is lost when sides share a lane", () => {
  const sides = { russia: 9, ukraine: 8, usa: 7, france: 6, china: 2, iran: 1, "": 4 };
  const { lanes, most } = lanesOf({ bars: [bar("2025-12-01", "2025-12-01", sides)] });
  expect(lanes.map(({ side, total, isRest }) => [side, total, isRest])).toEqual([
    ["russia", 9, false], ["ukraine", 8, false], ["usa", 7, false], ["france", 6, false], ["", 3, true], ["", 4, false],
  ]);
  expect(most).toBe(9);
});
