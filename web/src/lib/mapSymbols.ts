/** Who was said to hold a place, as a shape: it differs in shape as well as in colour, and says nothing of who holds it. */
import { colourOf, nameSide } from "./start.svelte";

export type SymbolName = "a" | "b" | "n" | "both" | "nobody";

/** Parts of a symbol in a box of 24 by 24: a path, and the token of its colour; `hollow` ones are drawn in outline. */
export interface SymbolPart {
  path: string;
  ink: "a" | "b" | "n" | "soft";
  isHollow?: boolean;
}

export const SYMBOLS: Record<SymbolName, readonly SymbolPart[]> = {
  a: [{ path: "M5 5H19V19H5Z", ink: "a" }],
  b: [{ path: "M12 2.5L21.5 12L12 21.5L2.5 12Z", ink: "b" }],
  n: [{ path: "M12 3L21.5 20H2.5Z", ink: "n" }],
  both: [{ path: "M12 4H4V20H12Z", ink: "a" }, { path: "M12 1.5L22.5 12L12 22.5Z", ink: "b" }],
  nobody: [{ path: "M12 4A8 8 0 1 1 12 20A8 8 0 1 1 12 4Z", ink: "soft", isHollow: true }, { path: "M6.4 17.6L17.6 6.4", ink: "soft", isHollow: true }],
};

export const BOX = 24;

export function symbolOf(held_by: readonly string[]): SymbolName {
  const [first, ...others] = held_by;
  if (!first) return "nobody";
  return others.length ? "both" : colourOf(first);
}

/** "Russia’s side", "Russia’s side and Ukraine’s side". */
function nameAll(sides: readonly string[]): string {
  const names = sides.map(nameSide);
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** "said to be held by Russia’s side", "said to be held by both: Russia’s side and Ukraine’s side". */
export function sayHeld(held_by: readonly string[]): string {
  const names = nameAll(held_by);
  if (held_by.length < 2) return `said to be held by ${names || "no known side"}`;
  return `said to be held by ${held_by.length === 2 ? "both" : "several"}: ${names}`;
}

/** Whose word that is: "said by Russia’s side and Ukraine’s side; denied by IL’s side". */
export function sayWhoSays(said_by: readonly string[], denied_by: readonly string[]): string {
  const said = `said by ${nameAll(said_by) || "no known side"}`;
  return denied_by.length ? `${said}; denied by ${nameAll(denied_by)}` : said;
}

/** The symbol as pixels, for a map that takes only those. */
export function drawSymbol(name: SymbolName, inks: Record<SymbolPart["ink"] | "card", string>, ratio: number): ImageData | null {
  const size = BOX * ratio;
  const canvas = new OffscreenCanvas(size, size);
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.scale(ratio, ratio);
  pen.lineJoin = "round";
  for (const { path, ink, isHollow } of SYMBOLS[name]) {
    const shape = new Path2D(path);
    pen.strokeStyle = inks.card;
    pen.lineWidth = isHollow ? 5 : 3;
    pen.stroke(shape);
    if (!isHollow) {
      pen.fillStyle = inks[ink];
      pen.fill(shape);
      continue;
    }
    pen.strokeStyle = inks[ink];
    pen.lineWidth = 2.5;
    pen.stroke(shape);
  }
  return pen.getImageData(0, 0, size, size);
}
