/** Where things are found: in the workbench at an address of ours, in a report at an anchor or on the web. */
import { makeAnchor } from "./anchor";
import type { DocumentHeadShape, SpanShape } from "./shapes";

export interface Ways {
  /** The document, and in the workbench the words themselves; null where nothing is to be opened. */
  document(document: DocumentHeadShape, span?: Pick<SpanShape, "start" | "end" | "text">): string | null;
  claim(id: string): string | null;
  source(id: string): string | null;
  event(id: string): string | null;
  /** Do these ways lead out of the page, to somebody else's? */
  isOutside: boolean;
}

/** A source of the ledger has a lasting id; a publisher that speaks for itself has none. */
export function isLasting(id: string): boolean {
  return id.startsWith("rp-");
}

/** The workbench's own screens, as the ledger stood `at` an entry, if one is named. */
export function waysInside(at = ""): Ways {
  const asked = at ? `?at=${encodeURIComponent(at)}` : "";
  const path = (route: string, id: string): string => `/${route}/${encodeURIComponent(id)}${asked}`;
  return {
    document: (document, span) => path("d", document.id) + (span ? makeAnchor(span) : ""),
    claim: (id) => path("c", id),
    source: (id) => (isLasting(id) ? path("s", id) : null),
    event: (id) => path("e", id),
    isOutside: false,
  };
}
