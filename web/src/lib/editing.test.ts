import { expect, test } from "vitest";
import { corrections, draftOf, faultOf } from "./editing";
import type { CardShape } from "./shapes";

const CARD = {
  id: "rp-7K3M2QX4TB", kind: "combat", polarity: "positive", certainty: "certain", tense: "past", presupposed: false,
  time: { start: 0, end: 6, text: "Monday", value: "2025-12-01", earliest: "2025-12-01", latest: "2025-12-01" },
  places: [
    { role: "reference", gazetteer_id: "geonames:1" },
    { role: "at", gazetteer_id: "geonames:702550" },
  ],
} as unknown as CardShape;

test("what was not changed is no correction", () => expect(corrections(CARD, draftOf(CARD), "seen")).toEqual([]));

test("each changed field is a correction of its own, with the same why", () => {
  const draft = { ...draftOf(CARD), kind: "strike", first: "2025-12-01", last: "2025-12-02", place: "" };
  expect(corrections(CARD, draft, " the video shows it ").map(({ field, value, why }) => [field, value, why])).toEqual([
    ["kind", "strike", "the video shows it"],
    ["time", "2025-12-01/2025-12-02", "the video shows it"],
    ["place", "none", "the video shows it"],
  ]);
});

test("the place that is edited is where it happened, not what it is told from", () => expect(draftOf(CARD).place).toBe("geonames:702550"));

test("a place that was left open is none of the answers, and no place is one", () => {
  const open = { ...CARD, places: [{ role: "at", gazetteer_id: null, alternatives: [{ gazetteer_id: "geonames:691694" }] }] } as unknown as CardShape;
  expect(draftOf(open).place).toBeNull();
  expect(corrections(open, draftOf(open), "")).toEqual([]);
  expect(corrections(open, { ...draftOf(open), place: "" }, "")[0]?.value).toBe("none");
  expect(corrections(open, { ...draftOf(open), place: "geonames:691694" }, "")[0]?.value).toBe("geonames:691694");
  expect(draftOf({ ...CARD, places: [] }).place).toBe("");
});

test("no time is said as none", () => expect(corrections(CARD, { ...draftOf(CARD), first: "", last: "" }, "")[0]?.value).toBe("none"));

test("days that cannot be are refused in words", () => {
  const draft = draftOf(CARD);
  expect(faultOf({ ...draft, first: "2025-12-03", last: "2025-12-01" })).toContain("before");
  expect(faultOf({ ...draft, first: "", last: "2025-12-01" })).toContain("first day");
  expect(faultOf(draft)).toBeNull();
});
