/** From the answers of the facets to addresses, and from an address to what can be taken out of it again. */
import type { FacetShape, OptionShape } from "./shapes";

export type Filters = Record<string, string[]>;
export type Change = Record<string, string | readonly string[] | null>;

export interface Chip {
  name: string;
  question: string;
  label: string;
  /** What to change in the address so that it goes. */
  without: Change;
}

/** What a filter asks, in a word or two. */
export const QUESTIONS: Record<string, string> = {
  q: "words", side: "side", source: "source", source_type: "sort of source", kind: "about", certainty: "certainty", polarity: "polarity",
  tense: "tense", flag: "flag", place: "place", bbox: "part of", language: "language", outlet: "outlet", review: "judged",
  from: "happened", to: "happened", published_from: "published", published_to: "published", status: "status", without: "without", document: "document",
};

/** First and last day of a month such as `2025-11`. */
export function daysOf(month: string): [string, string] {
  const [year, number] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate();
  return [`${month}-01`, `${month}-${String(last).padStart(2, "0")}`];
}

export function isChosen(facet: string, option: OptionShape, filters: Filters): boolean {
  if (facet !== "published") return option.chosen || Boolean(filters[facet]?.includes(option.value));
  const [first, last] = daysOf(option.value);
  return filters.published_from?.[0] === first && filters.published_to?.[0] === last;
}

/** What changes in the address when this answer is picked, or put back if it was. */
export function toggled(facet: string, option: OptionShape, filters: Filters): Change {
  const was = isChosen(facet, option, filters);
  if (facet === "published") {
    const [first, last] = daysOf(option.value);
    return { published_from: was ? null : first, published_to: was ? null : last, after: null };
  }
  const others = (filters[facet] ?? []).filter((value) => value !== option.value);
  return { [facet]: was ? others : [...others, option.value], after: null };
}

/** The options in the order in which they are shown: months by date, newest first; else what was chosen first. */
export function inOrder(facet: FacetShape, filters: Filters): OptionShape[] {
  if (facet.name === "published") return [...facet.options].sort((one, other) => other.value.localeCompare(one.value));
  const rank = (option: OptionShape): number => (isChosen(facet.name, option, filters) ? 0 : 1);
  return [...facet.options].sort((one, other) => rank(one) - rank(other));
}

/** Filters that come in pairs. */
export const RANGES: Record<string, [string, string]> = {
  from: ["from", "to"], to: ["from", "to"],
  published_from: ["published_from", "published_to"], published_to: ["published_from", "published_to"],
};

/** Each filter as something that can be taken out. */
export function chipsOf(filters: Filters, label: (name: string, value: string) => string, sayRange: (first: string, last: string) => string): Chip[] {
  const chips: Chip[] = [];
  const seen = new Set<string>();
  for (const [name, values] of Object.entries(filters)) {
    if (name === "at") continue;
    const question = QUESTIONS[name] ?? name;
    const range = RANGES[name];
    if (range) {
      if (seen.has(range[0])) continue;
      seen.add(range[0]);
      const words = sayRange(filters[range[0]]?.[0] ?? "", filters[range[1]]?.[0] ?? "");
      chips.push({ name, question, label: words, without: { [range[0]]: null, [range[1]]: null, after: null } });
      continue;
    }
    for (const value of values) {
      const without = { [name]: values.filter((each) => each !== value), after: null };
      chips.push({ name, question, label: label(name, value), without });
    }
  }
  return chips;
}
