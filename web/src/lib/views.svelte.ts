/** Questions that are kept for this ledger. */
import { here } from "./address.svelte";
import { get, send } from "./api";
import { notices } from "./notices.svelte";
import type { ViewShape, ViewsShape } from "./shapes";

class Views {
  items = $state.raw<ViewShape[]>([]);

  async load(): Promise<void> {
    try {
      this.items = (await get<ViewsShape>("views")).items;
    } catch (error) {
      notices.fail(error);
    }
  }

  /** Keep what is asked now: the screen with its whole address. */
  async keep(name: string): Promise<void> {
    const view: ViewShape = { name, route: here.path, query: here.query.replace(/^\?/, "") };
    try {
      this.items = (await send<ViewsShape>("POST", "views", view)).items;
      notices.say(`Kept as “${name}”`);
    } catch (error) {
      notices.fail(error);
    }
  }

  async drop(name: string): Promise<void> {
    try {
      this.items = (await send<ViewsShape>("DELETE", "views", undefined, { name })).items;
    } catch (error) {
      notices.fail(error);
    }
  }
}

export const views = new Views();
