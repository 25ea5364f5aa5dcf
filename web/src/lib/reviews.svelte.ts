/** What the user judges: written at once, shown at once, and taken back with one key. */
import { send } from "./api";
import { notices } from "./notices.svelte";
import type { CardShape, ReviewedShape, ReviewRequest } from "./shapes";
import { start } from "./start.svelte";

interface Done {
  reviews: string[];
  words: string;
  /** The notice that offers to undo it. */
  notice: number;
}

class Reviews {
  /** Claims as they stand since they were judged here, until the screens have asked for them again. */
  #cards = $state.raw<Record<string, CardShape>>({});
  #done: Done[] = [];
  isBusy = $state(false);

  /** The claim as it stands now: as the screen has it, or as it was answered to a later judgement. */
  now(card: CardShape): CardShape {
    const judged = this.#cards[card.id];
    return judged && judged.seq > card.seq ? judged : card;
  }

  /**
   * Write judgements that belong together, one after the other; one undo takes them all back.
   * Answers whether all were written.
   */
  async judge(requests: readonly ReviewRequest[], words: string): Promise<boolean> {
    const written: string[] = [];
    this.isBusy = true;
    try {
      for (const request of requests) written.push(await this.#write(request));
    } catch (error) {
      notices.fail(error);
    }
    this.isBusy = false;
    if (written.length) {
      const done: Done = { reviews: written, words, notice: 0 };
      done.notice = notices.say(words, { label: "Undo", run: () => this.#takeBack(done) });
      this.#done.push(done);
      void start.refresh();
    }
    return written.length === requests.length;
  }

  /** Take back the last judgement of this visit. */
  async undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (last) await this.#takeBack(last);
    else notices.say("Nothing was judged on this visit that could be taken back");
  }

  async #takeBack(done: Done): Promise<void> {
    if (!this.#done.includes(done)) return;
    this.#done = this.#done.filter((each) => each !== done);
    notices.drop(done.notice);
    try {
      for (const review of [...done.reviews].reverse()) await this.#write({ action: "withdraw", subjects: [review] });
      notices.say(`Taken back: ${done.words}`);
    } catch (error) {
      notices.fail(error);
    }
    void start.refresh();
  }

  async #write(request: ReviewRequest): Promise<string> {
    const answer = await send<ReviewedShape>("POST", "reviews", request);
    const cards = { ...this.#cards };
    for (const card of answer.cards) cards[card.id] = { ...card, seq: Math.max(card.seq, answer.seq) };
    this.#cards = cards;
    return answer.review;
  }
}

export const reviews = new Reviews();
