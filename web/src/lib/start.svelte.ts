/** What the server said first, and the state of the ledger since then. */
import { get } from "./api";
import type { StartShape, StateShape, WordsShape } from "./shapes";

const EVERY_MS = 2000;
/** What depends on events is asked again that often while claims are compared. */
const EVENTS_EVERY_MS = 10_000;

class Start {
  said = $state<StartShape | null>(null);
  state = $state<StateShape | null>(null);
  /** Grows when events may have changed: now and then while claims are compared, and when all are. */
  compared = $state(0);
  #comparedAt = 0;

  async load(): Promise<void> {
    this.said = await get<StartShape>("start");
    this.state = this.said;
  }

  /** Ask every two seconds, while somebody looks, whether others added or judged something. */
  watch(): () => void {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void this.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }

  async refresh(): Promise<void> {
    const now = await get<StateShape>("state").catch(() => null);
    if (!now || JSON.stringify(now) === JSON.stringify(this.state)) return;
    const isOver = this.state?.comparing && !now.comparing;
    this.state = now;
    if (isOver || (now.comparing && Date.now() - this.#comparedAt > EVENTS_EVERY_MS)) {
      this.#comparedAt = Date.now();
      this.compared += 1;
    }
  }

  /** The number of the last entry: what depends on the ledger reads it, and is asked again when it grows. */
  get seq(): number {
    return this.state?.seq ?? 0;
  }

  get isComparing(): boolean {
    return Boolean(this.state?.comparing);
  }
}

export const start = /* @__PURE__ */ new Start();

/** What codes mean. The report gives its own. */
let told: WordsShape | null = null;
let colours: Record<string, string> = {};

export function tell(words: WordsShape, sides: Record<string, string>): void {
  told = words;
  colours = sides;
}

export function wordsOf<K extends keyof WordsShape>(what: K, code: string | null | undefined): string {
  return (code && told?.[what]?.[code]) || (code ?? "");
}

/** The class of a side's colour: `a`, `b`, or `n` for every other. Colour is never alone: the side is named beside it. */
export function colourOf(side: string | null | undefined): "a" | "b" | "n" {
  const colour = side ? colours[side] : undefined;
  return colour === "a" || colour === "b" ? colour : "n";
}

/** "Russia’s side", "IL’s side". */
export function nameSide(side: string): string {
  return `${side.length <= 3 ? side.toUpperCase() : (side[0] ?? "").toUpperCase() + side.slice(1)}’s side`;
}
