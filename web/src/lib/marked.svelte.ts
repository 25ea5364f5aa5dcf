/** Claims that the user marked, to say of them that they speak of one happening, or of different ones. */
import { SvelteSet } from "svelte/reactivity";
import { notices } from "./notices.svelte";
import { reviews } from "./reviews.svelte";
import { count } from "./text";

class Marked {
  readonly ids = new SvelteSet<string>();

  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
  }

  async judge(action: "merge" | "split"): Promise<void> {
    const subjects = [...this.ids];
    if (subjects.length < 2) {
      notices.say("Mark two claims or more first");
      return;
    }
    const words = action === "merge" ? "said to speak of one happening" : "said to speak of different happenings";
    if (await reviews.judge([{ action, subjects }], `${count(subjects.length, "claim")} ${words}`)) this.ids.clear();
  }
}

export const marked = new Marked();
