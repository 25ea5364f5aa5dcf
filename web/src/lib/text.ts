/** Offsets of the contract are code points; the browser counts UTF-16 units, and an emoji is two of them. */
export class CodePoints {
  readonly #at: Uint32Array;
  readonly length: number;

  constructor(readonly text: string) {
    const at: number[] = [];
    for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) at.push(unit);
    at.push(text.length);
    this.#at = Uint32Array.from(at);
    this.length = at.length - 1;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  /** The UTF-16 offset of a code point. */
  unit(point: number): number {
    return this.#at[Math.max(0, Math.min(point, this.length))] ?? this.text.length;
  }
}

/** "2 December 2025" of an ISO day. */
export function sayDay(day: string | null | undefined): string {
  if (!day) return "undated";
  const [year, month, of] = day.slice(0, 10).split("-").map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, of ?? 1));
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** "December 2025" of `2025-12`. */
export function sayMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  if (!year || !number) return month;
  return new Date(Date.UTC(year, number - 1, 1)).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

export function sayDays(first: string | null | undefined, last: string | null | undefined): string {
  return !first || !last || first === last ? sayDay(first ?? last) : `${sayDay(first)} to ${sayDay(last)}`;
}

/** "1 claim", "2 claims". */
export function count(number: number, noun: string, several = `${noun}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? noun : several}`;
}

/** No more than so many code points, with an ellipsis where more stood. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join("").trimEnd()}…`;
}

/** "2 December 2025, 21:14 UTC" of an instant. */
export function sayInstant(instant: string | null | undefined): string {
  if (!instant) return "";
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  return `${sayDay(date.toISOString())}, ${time} UTC`;
}

/** Instead of words of a document that somebody marked as hard to look at. */
export const COVERED = "covered, as somebody marked its document as hard to look at";
