/** What a map says of its borders, wherever it is drawn. */
import type { View } from "./mapBorders";

const DRAWN: Record<View, string> = {
  un: "drawn as most member states of the United Nations see them",
  ne: "drawn as Natural Earth draws them, by its own view of who is in control",
};

export function noteOf(view: View): string {
  return `Borders after Natural Earth; disputed ones are dashed, and ${DRAWN[view]}. No statement is made on their status.`;
}
