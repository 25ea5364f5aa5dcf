/** An answer of the server that a screen shows: the old one stays until the new one is there. */
import { address, ApiError, get, type Params } from "./api";

/** One question on its way. */
interface Run {
  question: string;
  stop: AbortController;
  /** Nobody waits for it any more. */
  isReleased: boolean;
  /** The ledger changed meanwhile: it is asked once more when the answer is there. */
  isStale: boolean;
}

/**
 * Used in an effect. Another question aborts the one on its way; the same question again, because the ledger changed,
 * waits for the answer first: else a ledger that changes all the time would never let one through.
 *
 *     const cards = new Asked<CardsShape>();
 *     $effect(() => cards.ask("claims", here.filters, start.seq));
 */
export class Asked<T> {
  value = $state.raw<T | null>(null);
  /** Why there is no newer answer, in words. */
  error = $state<string | null>(null);
  status = $state(0);
  isAsking = $state(false);
  #run: Run | null = null;

  /** Ask; whatever else the answer depends on may be named after the parameters, so that an effect follows it. */
  ask(path: string, params: Params = {}, ..._because: unknown[]): () => void {
    const question = address(path, params);
    if (this.#run?.question === question && !this.#run.stop.signal.aborted) {
      this.#run.isReleased = false;
      this.#run.isStale = true;
      return this.#release(this.#run);
    }
    this.#run?.stop.abort();
    const run: Run = { question, stop: new AbortController(), isReleased: false, isStale: false };
    this.#run = run;
    this.isAsking = true;
    void this.#follow(run, path, params);
    return this.#release(run);
  }

  /** An effect that runs again lets go first and asks afterwards; only what nobody took up by then is aborted. */
  #release(run: Run): () => void {
    return () => {
      run.isReleased = true;
      queueMicrotask(() => {
        if (run.isReleased) run.stop.abort();
      });
    };
  }

  async #follow(run: Run, path: string, params: Params): Promise<void> {
    const { signal } = run.stop;
    do {
      run.isStale = false;
      try {
        const value = await get<T>(path, params, signal);
        if (signal.aborted) break;
        this.value = value;
        this.error = null;
      } catch (error) {
        if (signal.aborted) break;
        this.error = error instanceof Error ? error.message : String(error);
        this.status = error instanceof ApiError ? error.status : 0;
      }
    } while (run.isStale);
    if (this.#run !== run) return;
    this.#run = null;
    this.isAsking = false;
  }
}
