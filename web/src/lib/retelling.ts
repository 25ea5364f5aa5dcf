/** What changed from one telling of an event to a later one, as a reader compares it: both wordings, and what is other in them. */
import type { CardShape, ChangeKind, ChangeShape, EventPageShape } from "./shapes";
import { wordsOf } from "./start.svelte";
import { CodePoints } from "./text";

export interface Wording {
  id: string;
  card: CardShape | null;
  pieces: readonly { text: string; isMarked: boolean }[];
  /** How the claim stands in what changed: "on the word of a soldier", "possibly". */
  notes: readonly string[];
}

export interface Retold {
  kinds: readonly ChangeKind[];
  before: Wording;
  after: Wording;
  /** In the words of the contract, where a wording is not at hand. */
  because: readonly string[];
}

export function listRetold(page: EventPageShape): Retold[] {
  const pairs = new Map<string, ChangeShape[]>();
  for (const change of page.event.changes) {
    const key = JSON.stringify([change.earlier, change.later]);
    pairs.set(key, [...(pairs.get(key) ?? []), change]);
  }
  return [...pairs.values()].flatMap((changes) => {
    const kinds = changes.map((change) => change.kind);
    const [one] = changes;
    if (!one) return [];
    const [before, after] = [one.earlier, one.later].map((id) => word(id, page.cards[id] ?? null, kinds));
    return before && after ? [{ kinds, before, after, because: changes.map((change) => change.because) }] : [];
  });
}

function word(id: string, card: CardShape | null, kinds: readonly ChangeKind[]): Wording {
  if (!card) return { id, card, pieces: [], notes: [] };
  return { id, card, pieces: markChanged(card, kinds), notes: kinds.map((kind) => NOTES[kind](card)).filter(Boolean) };
}

const NOTES: Record<ChangeKind, (card: CardShape) => string> = {
  "attribution-dropped": (card) => (card.origins.length ? `on the word of ${card.origins.join(", ")}` : "in its own voice"),
  "certainty-raised": (card) => wordsOf("certainties", card.certainty),
  "number-grown": (card) => card.quantities.map((each) => `“${each.text}”`).join(", "),
  "place-moved": (card) => [...new Set(card.places.map((each) => each.name))].join(", "),
};

/** The numbers and places that stand within the claim's own words; the rest is told in notes. */
function markChanged(card: CardShape, kinds: readonly ChangeKind[]): { text: string; isMarked: boolean }[] {
  const spans = [...(kinds.includes("number-grown") ? card.quantities : []), ...(kinds.includes("place-moved") ? card.places : [])]
    .filter((span) => span.start >= card.start && span.end <= card.end)
    .sort((one, other) => one.start - other.start);
  const points = new CodePoints(card.text);
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const span of spans) {
    const [start, end] = [span.start - card.start, span.end - card.start];
    if (start < at) continue;
    pieces.push({ text: points.slice(at, start), isMarked: false }, { text: points.slice(start, end), isMarked: true });
    at = end;
  }
  return [...pieces, { text: points.slice(at, points.length), isMarked: false }].filter((piece) => piece.text);
}
