/** Short words on what was just done, with a way to undo it. They go by themselves; bad news stays. */
const LASTS_MS = 7000;

export interface Notice {
  id: number;
  words: string;
  isBad: boolean;
  action?: { label: string; run: () => unknown };
}

class Notices {
  items = $state<Notice[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(words: string, action?: Notice["action"]): number {
    return this.#add({ id: this.#next++, words, isBad: false, ...(action ? { action } : {}) });
  }

  /** Something did not work, in the server's own words. */
  fail(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.#add({ id: this.#next++, words, isBad: true });
  }

  drop(id: number): void {
    this.items = this.items.filter((each) => each.id !== id);
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** A notice that somebody is about to use must not go away under their hand. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }

  release(id: number): void {
    const found = this.items.find((each) => each.id === id);
    if (found && !found.isBad) this.#timers.set(id, setTimeout(() => this.drop(id), LASTS_MS));
  }

  #add(notice: Notice): number {
    this.items = [...this.items.slice(-3), notice];
    this.release(notice.id);
    return notice.id;
  }
}

export const notices = new Notices();
