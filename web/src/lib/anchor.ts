/** An address of words in a document: where they stand, and what they are, so that it never points wrongly. */
import { CodePoints } from "./text";

export interface Anchor {
  start: number;
  end: number;
  /** How the words begin; empty if the address does not say. */
  quote: string;
}

/** So much of the words stands in the address. */
const QUOTED = 60;

export function makeAnchor(span: { start: number; end: number; text: string }): string {
  const quote = Array.from(span.text).slice(0, QUOTED).join("");
  return `#char=${span.start},${span.end}${quote ? `&text=${encodeURIComponent(quote)}` : ""}`;
}

export function readAnchor(hash: string): Anchor | null {
  const params = new URLSearchParams(hash.replace(/^#/, "").replaceAll("+", "%2B"));
  const match = /^(\d{1,9}),(\d{1,9})$/.exec(params.get("char") ?? "");
  if (!match) return null;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return start <= end ? { start, end, quote: params.get("text") ?? "" } : null;
}

/** Do other words stand there than those that the address was made of? */
export function isChanged(anchor: Anchor, points: CodePoints): boolean {
  if (anchor.end > points.length) return true;
  return anchor.quote !== "" && !points.slice(anchor.start, anchor.end).startsWith(anchor.quote);
}
