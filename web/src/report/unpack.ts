/** The data of a report: its JSON is kept packed, so that fifty events with every quotation stay under a megabyte. */
import type { ReportShape } from "../lib/shapes";

export async function unpack(packed: string): Promise<ReportShape> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(plain).json()) as ReportShape;
}
