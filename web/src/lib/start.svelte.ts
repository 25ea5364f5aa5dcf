/** What the server said first, and the state of the ledger since then. */
import { get } from "./api";
import type { StartShape, StateShape, WordsShape } from "./shapes";

const EVERY_MS = 2000;
/** What depends on events is asked again that often while claims are compared. */
const EVENTS_EVERY_MS = 10_000;

class Start {
  said = $state.raw<StartShape | null>(null);
  state = $state.raw<StateShape | null>(null);
  /** The number of the last entry: what depends on the ledger reads it, and is asked again when it grows. */
  readonly seq = $derived(this.state?.seq ?? 0);
  readonly isComparing = $derived(Boolean(this.state?.comparing));
  /** Are counts of the whole ledger still being made? */
  readonly isCounting = $derived(Boolean(this.state?.counting));
  /** Grows when events may have changed: now and then while claims are compared, and when all are. */
  compared = $state(0);
  #comparedAt = 0;

  async load(): Promise<void> {
    const said = await get<StartShape>("start");
    this.said = said;
    tell(said.words, said.colours);
    this.#take(said);
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
    if (!now) return;
    const hasGrown = now.seq > this.seq;
    this.#take(now);
    // The sides of a ledger come with its documents, and their colours with them.
    const isColourless = this.said && !Object.keys(this.said.colours).length;
    if (isColourless && hasGrown && now.documents) await this.load().catch(() => undefined);
  }

  /** Keep what belongs to the state, and that only: what the server says first has more, and would differ from every later answer. */
  #take({ seq, documents, claims, comparing, counting }: StateShape): void {
    const now: StateShape = { seq, documents, claims, comparing, counting };
    if (JSON.stringify(now) === JSON.stringify(this.state)) return;
    const isOver = this.isComparing && !comparing;
    this.state = now;
    if (isOver || (comparing && Date.now() - this.#comparedAt > EVENTS_EVERY_MS)) {
      this.#comparedAt = Date.now();
      this.compared += 1;
    }
  }
}

export const start = /* @__PURE__ */ new Start();

/** What codes mean. The report gives its own. */
let told = $state.raw<WordsShape | null>(null);
let colours = $state.raw<Record<string, string>>({});

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
