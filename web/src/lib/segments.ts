/** A text cut at every edge of every marked span, so that spans may nest and overlap. */
import type { CardShape, SpanShape } from "./shapes";
import { CodePoints } from "./text";

/** `words` are evidence of a flag: they show only when somebody asks for them. */
export type Role = "claim" | "source" | "cue" | "place" | "time" | "words";

export interface Mark {
  start: number;
  end: number;
  role: Role;
  /** The claim to which it belongs. */
  claim: string;
  side: string | null;
}

export interface Segment {
  start: number;
  end: number;
  text: string;
  marks: readonly Mark[];
  /** Claims that begin here. */
  begins: readonly string[];
}

export interface Block {
  start: number;
  end: number;
  segments: readonly Segment[];
}

const ROLES: Record<Role, string> = {
  claim: "what is claimed", source: "source", cue: "words that attribute", place: "place", time: "time", words: "words of a flag",
};

export function nameRole(role: Role): string {
  return ROLES[role];
}

/** The marked words of one claim, in the order of the text. */
export function marksOf(card: CardShape): Mark[] {
  const marks = new Map<string, Mark>();
  const add = (span: SpanShape | null, role: Role, side: string | null = null): void => {
    if (!span || span.end <= span.start) return;
    const key = `${span.start},${span.end},${role}`;
    if (!marks.get(key)?.side) marks.set(key, { start: span.start, end: span.end, role, claim: card.id, side });
  };
  add(card, "claim");
  for (const piece of card.voices) add(piece.span, piece.is_verb ? "cue" : "source", piece.side);
  for (const link of card.chains.flat()) {
    add(link.mention, "source");
    add(link.cue, "cue");
  }
  for (const place of card.places) add(place, "place");
  add(card.time, "time");
  for (const flag of card.flags) for (const span of flag.words) add(span, "words");
  return [...marks.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Paragraphs: what stands between empty lines, without the empty lines. */
export function findBlocks(points: CodePoints): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let [line, start, end] = [0, -1, 0];
  for (let at = 0; at <= points.length; at += 1) {
    if (at < points.length && points.text[points.unit(at)] !== "\n") continue;
    const isEmpty = points.slice(line, at).trim() === "";
    if (!isEmpty) {
      if (start < 0) start = line;
      end = at;
    }
    if (start >= 0 && (isEmpty || at === points.length)) {
      blocks.push({ start, end });
      start = -1;
    }
    line = at + 1;
  }
  return blocks;
}

/** The paragraphs of a text with their segments; `edges` are further spans at which to cut. */
export function cut(points: CodePoints, marks: readonly Mark[], edges: readonly { start: number; end: number }[] = []): Block[] {
  const blocks = findBlocks(points);
  const cuts = new Set<number>();
  for (const span of [...marks, ...edges]) cuts.add(span.start).add(span.end);
  const sorted = [...cuts].sort((one, other) => one - other);
  const coming = [...marks].sort((one, other) => one.start - other.start);
  let [next, taken, active] = [0, 0, [] as Mark[]];

  const segment = (start: number, end: number): Segment => {
    for (; taken < coming.length && (coming[taken] as Mark).start <= start; taken += 1) active.push(coming[taken] as Mark);
    active = active.filter((mark) => mark.end > start);
    const begins = active.filter((mark) => mark.role === "claim" && mark.start === start).map((mark) => mark.claim);
    return { start, end, text: points.slice(start, end), marks: [...active], begins };
  };

  return blocks.map((block) => {
    const segments: Segment[] = [];
    let from = block.start;
    while (next < sorted.length && (sorted[next] as number) <= from) next += 1;
    for (; next < sorted.length && (sorted[next] as number) < block.end; next += 1) {
      segments.push(segment(from, sorted[next] as number));
      from = sorted[next] as number;
    }
    segments.push(segment(from, block.end));
    return { ...block, segments };
  });
}

/** The class names of a segment: each role once, and the colour of the innermost source. */
export function classesOf(segment: Segment, colourOf: (side: string | null) => string): string {
  const roles = new Set<string>();
  let colour = "";
  for (const mark of segment.marks) {
    if (mark.role === "words") continue;
    roles.add(mark.role);
    if (mark.role === "source") colour = colourOf(mark.side);
  }
  return [...roles, colour].filter(Boolean).join(" ");
}
