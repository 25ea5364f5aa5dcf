/** From what was filled in to corrections: one for each field that is another now. */
import type { CardShape, ReviewRequest } from "./shapes";

export interface Draft {
  kind: string;
  polarity: string;
  certainty: string;
  tense: string;
  presupposed: boolean;
  /** First and last day, ISO; empty for no time. */
  first: string;
  last: string;
  /** An id of the gazetteer; empty for no place; null where it was left open which one is meant. */
  place: string | null;
}

export function draftOf(card: CardShape): Draft {
  const place = card.places.find((each) => each.role !== "reference");
  return {
    kind: card.kind, polarity: card.polarity, certainty: card.certainty, tense: card.tense, presupposed: card.presupposed,
    first: card.time?.earliest ?? "", last: card.time?.latest ?? "", place: place ? place.gazetteer_id : "",
  };
}

/** Why this cannot be written, in words; null if it can. */
export function faultOf(draft: Draft): string | null {
  if (!draft.first && draft.last) return "Say the first day too, or no day at all.";
  if (draft.first && draft.last && draft.last < draft.first) return "The last day is before the first.";
  return null;
}

export function corrections(card: CardShape, draft: Draft, why: string): ReviewRequest[] {
  const before = draftOf(card);
  const values: [field: string, was: string, now: string][] = [
    ["kind", before.kind, draft.kind],
    ["polarity", before.polarity, draft.polarity],
    ["certainty", before.certainty, draft.certainty],
    ["tense", before.tense, draft.tense],
    ["presupposed", String(before.presupposed), String(draft.presupposed)],
    ["time", sayTime(before), sayTime(draft)],
    ["place", sayPlace(before), sayPlace(draft)],
  ];
  return values
    .filter(([, was, now]) => was !== now)
    .map(([field, , value]) => ({ action: "correct", subjects: [card.id], field, value, why: why.trim() || null }));
}

function sayPlace(draft: Draft): string {
  return draft.place === null ? "" : draft.place.trim() || "none";
}

function sayTime(draft: Draft): string {
  if (!draft.first) return "none";
  return draft.last && draft.last !== draft.first ? `${draft.first}/${draft.last}` : draft.first;
}
