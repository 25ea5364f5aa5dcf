/** A stretch of days within which something is said to have happened. */
export interface TimelineSpan {
  id: string;
  words: string;
  /** ISO days; the last one is included. */
  first: string;
  last: string;
  side: string | null;
  href?: string | null;
  /** What is said for a pointer that rests on it; else `words`. */
  title?: string;
}
