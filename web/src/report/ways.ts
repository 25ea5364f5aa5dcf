/** In a report a document is on the web, a claim on the page itself; both are in the workbench that made it, if it says where that is. */
import type { ReportShape } from "../lib/shapes";
import type { Ways } from "../lib/ways";

export function waysOfReport(report: ReportShape): Ways {
  const links = new Map(report.events.map((page) => [page.event.id, page.link]));
  const base = findBase(links);
  return {
    document: (document) => onlyWeb(document.url) ?? onlyWeb(document.archive_url),
    claim: (id) => (base === null ? `#${id}` : `${base}/c/${encodeURIComponent(id)}`),
    source: (id) => (base === null || !id.startsWith("rp-") ? null : `${base}/s/${encodeURIComponent(id)}`),
    event: (id) => onlyWeb(links.get(id)) ?? `#${id}`,
    isOutside: true,
  };
}

/** The address of the workbench, as the events' permalinks have it. */
function findBase(links: ReadonlyMap<string, string>): string | null {
  for (const [id, link] of links) {
    if (onlyWeb(link) && link.endsWith(`/e/${id}`)) return link.slice(0, -`/e/${id}`.length);
  }
  return null;
}

/** An address that some document brought along is followed only to the web. */
function onlyWeb(address: string | null | undefined): string | null {
  return address && /^https?:\/\//i.test(address) ? address : null;
}
