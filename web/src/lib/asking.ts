/** What a screen of claims asks, and how its filters read. */
import { here } from "./address.svelte";
import { address } from "./api";
import { chipsOf, daysOf, QUESTIONS, RANGES, type Chip } from "./facets";
import type { FacetShape, FacetsShape } from "./shapes";
import { nameSide, wordsOf } from "./start.svelte";
import { sayDay, sayMonth } from "./text";

const FORMATS: readonly [format: string, label: string, what: string][] = [
  ["csv", "CSV", "spreadsheets"],
  ["jsonl", "JSON Lines", "one a line"],
  ["json", "JSON", "the readings themselves"],
  ["geojson", "GeoJSON", "maps, points as coarse as the places"],
  ["annotations", "Web Annotations", "Hypothes.is and its like"],
  ["prov", "PROV-JSON", "graphs of provenance"],
  ["schema-org", "schema.org", "fact-checking desks, without a rating"],
];

/** The files of an export with the filters of the address. */
export function filesOf(what: "claims" | "events", more: Record<string, readonly string[]> = {}): { href: string; label: string; what: string }[] {
  return FORMATS.map(([format, label, words]) => ({ href: address(`export/${what}`, { ...here.filters, ...more, format }), label, what: words }));
}

function sayValue(name: string, value: string, facets: readonly FacetShape[]): string {
  const option = facets.find((facet) => facet.name === name)?.options.find((each) => each.value === value);
  const codes = { kind: "kinds", certainty: "certainties", polarity: "polarities", tense: "tenses", flag: "flags", source_type: "source_types", review: "reviews", language: "languages" } as const;
  if (name === "side") return nameSide(value);
  if (name === "without") return value === "place" ? "a place on the map" : "a day";
  if (name === "bbox") return "the map";
  return option?.label ?? (name in codes ? wordsOf(codes[name as keyof typeof codes], value) : value);
}

function sayRange(first: string, last: string): string {
  const month = first.slice(0, 7);
  if (last && daysOf(month).join() === `${first},${last}`) return sayMonth(month);
  if (first && last) return first === last ? sayDay(first) : `${sayDay(first)} to ${sayDay(last)}`;
  return first ? `${sayDay(first)} or later` : `${sayDay(last)} or earlier`;
}

/** The filters of the address as chips; `more` are those that only this screen has. */
export function chips(facets: readonly FacetShape[] = [], more: Record<string, string[]> = {}): Chip[] {
  return chipsOf({ ...here.filters, ...more }, (name, value) => sayValue(name, value, facets), sayRange);
}

/** The filters that keep the most away, each with the address without it. */
export function withoutEach(facets: FacetsShape | null): { question: string; label: string; count: number; href: string }[] {
  return (facets?.without ?? []).map(({ name, count }) => {
    const range = RANGES[name];
    const label = range ? sayRange(here.one(range[0]), here.one(range[1])) : here.all(name).map((value) => sayValue(name, value, facets?.facets ?? [])).join(" or ");
    const gone = Object.fromEntries([...(range ?? [name]), "after"].map((each) => [each, null]));
    return { question: QUESTIONS[name] ?? name, label, count, href: here.changed(gone) };
  });
}

/** The same screen without any filter. */
export function unfiltered(): string {
  return here.href(here.path, { at: here.one("at") });
}
