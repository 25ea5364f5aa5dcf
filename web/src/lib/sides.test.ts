import { describe, expect, it } from "vitest";
import type { AccountsShape, AccountShape, CardShape, EventPageShape, MemberShape, PlaceCardShape, QuantityShape, Stance, TellingShape } from "./shapes";
import { rowsOf, sharedOf, sourcesOf } from "./sides";

function tell(claim: string, reported: string | null, stance: Stance = "affirms"): TellingShape {
  return {
    claim, document: "d", document_id: "rp-D", outlet: "Herald", url: null, reported, stance, side: "russia", certainty: "certain",
    text: claim, on_whose_word: "", answer: stance === "denies" ? "denied" : "asserted",
  };
}

function account(side: string, tellings: TellingShape[], meanwhile: AccountShape["meanwhile"] = null): AccountShape {
  return { side, tellings, meanwhile, answers: meanwhile ? ["silent"] : ["asserted"] };
}

function accounts(...both: AccountShape[]): AccountsShape {
  return { id: "rp-E", label: "Capture", kind: "control", place: null, earliest: null, latest: null, status: "contested", why: "", accounts: both };
}

function card(about: { places?: string[]; numbers?: [number, string][]; sources?: [string, string][] }): CardShape {
  const places = (about.places ?? []).map((name) => ({ name, role: "at", gazetteer_id: null }) as PlaceCardShape);
  const quantities = (about.numbers ?? []).map(([value, text]) => ({ value, text, unit: "person" }) as QuantityShape);
  const voices = (about.sources ?? []).map(([source, side]) => ({ words: source, is_verb: false, side, span: null, source }));
  return { places, quantities, voices } as unknown as CardShape;
}

function page(claims: MemberShape[], cards: Record<string, CardShape> = {}): EventPageShape {
  return { event: { claims }, cards } as unknown as EventPageShape;
}

describe("the axis of two accounts", () => {
  it("has a row for each day in the order of time, and undated claims last", () => {
    const told = accounts(account("russia", [tell("b", "2025-12-03"), tell("x", null)]), account("ukraine", [tell("a", "2025-12-01", "denies")]));
    expect(rowsOf(told, null).map((row) => row.day)).toEqual(["2025-12-01", "2025-12-03", null]);
    expect(rowsOf(told, null)[0]?.cells.map((cell) => cell.tellings.map((each) => each.claim))).toEqual([[], ["a"]]);
  });

  it("tells silence as a stretch of days, behind what was said on the first of them", () => {
    const silent = account("ukraine", [], { first: "2025-12-01", last: "2025-12-08", documents: 112, claims: 300, is_over: true });
    const rows = rowsOf(accounts(account("russia", [tell("a", "2025-12-01"), tell("b", "2025-12-02")]), silent), null);
    expect(rows.map((row) => [row.day, row.until])).toEqual([["2025-12-01", null], ["2025-12-01", "2025-12-08"], ["2025-12-02", null]]);
    expect(rows[1]?.cells[1].silence).toBe(silent);
  });

  it("puts those who speak for neither side beside them", () => {
    const third = { ...tell("u", "2025-12-02"), concession: false, because: "", compared_with: null, evidence: [] } as unknown as MemberShape;
    const rows = rowsOf(accounts(account("russia", [tell("a", "2025-12-02")]), account("ukraine", [])), page([third]));
    expect(rows.map((row) => row.others.map((each) => each.claim))).toEqual([["u"]]);
  });
});

describe("what two accounts share", () => {
  it("is what both of them name", () => {
    const told = accounts(account("russia", [tell("a", null)]), account("ukraine", [tell("b", null, "denies")]));
    const cards = { a: card({ places: ["Vovchansk", "Kharkiv"], numbers: [[5, "five"]] }), b: card({ places: ["Vovchansk"], numbers: [[5, "5"], [7, "7"]] }) };
    expect(sharedOf(told, page([], cards))).toEqual(["Vovchansk", "“five”"]);
  });

  it("is that it happened only where both affirm it", () => {
    const told = accounts(account("russia", [tell("a", null)]), account("ukraine", [tell("b", null)]));
    expect(sharedOf(told, page([], { a: card({}), b: card({}) }))).toEqual(["that it happened"]);
    expect(sharedOf(accounts(account("russia", []), account("ukraine", [tell("b", null)])), page([], { b: card({}) }))).toEqual([]);
  });
});

it("names the sources on whose word a side speaks, the most named first", () => {
  const told = accounts(account("russia", [tell("a", null), tell("b", null)]), account("ukraine", []));
  const cards = { a: card({ sources: [["rp-1", "russia"], ["rp-2", "ukraine"]] }), b: card({ sources: [["rp-3", "russia"], ["rp-1", "russia"]] }) };
  expect(sourcesOf("russia", told, page([], cards))).toEqual(["rp-1", "rp-3"]);
});
