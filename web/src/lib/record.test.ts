import { describe, expect, it } from "vitest";
import { drawBar, sayShare, sumUp } from "./record";
import type { LeadTimeShape, ShareShape, TallyShape } from "./shapes";

const none: ShareShape = { number: 0, of: 23, low: 0, high: 0.14 };
const noLead: LeadTimeShape = { events: 0, median_days: null, least_days: null, most_days: null };
const tally: TallyShape = {
  events: 23, denied: 0, conceded: { number: 9, of: 23, low: 0.22, high: 0.59 }, corroborated: none, contradicted: none, preceded: none,
  open: { number: 14, of: 23, low: 0.41, high: 0.78 }, until_conceded: { events: 9, median_days: 6, least_days: 2, most_days: 41 }, until_corroborated: noLead,
};
const few = (share: ShareShape): ShareShape => ({ ...share, of: 3, low: null, high: null });

describe("a track record", () => {
  it("is told with shares, intervals and days", () => {
    expect(sumUp(tally, 5).replaceAll("\u00a0", " ")).toBe(
      "Of 23 events that it affirmed: 9 conceded, 39 % (22 % to 59 %), median 6 days after (2 to 41); 14 open, 61 % (41 % to 78 %).",
    );
  });

  it("has counts alone where there are too few to score", () => {
    const small = { ...tally, events: 3, conceded: few({ ...none, number: 1 }), open: few({ ...none, number: 2 }), until_conceded: noLead };
    expect(sumUp(small, 5)).toBe("Of 3 events that it affirmed: 1 conceded; 2 open. Too few for a share: under 5 events there are only counts.");
    expect(sayShare(small.conceded) + drawBar(small.conceded)).toBe("");
  });

  it("has bars that are as long whatever the share", () => {
    for (const number of [0, 1, 12, 22, 23]) {
      const bar = drawBar({ number, of: 23, low: Math.max(0, number / 23 - 0.2), high: Math.min(1, number / 23 + 0.2) });
      expect(Array.from(bar)).toHaveLength(12);
    }
  });
});
