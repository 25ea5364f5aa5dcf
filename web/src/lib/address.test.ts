import { beforeEach, expect, test, vi } from "vitest";

/** The browser's own address bar, as far as it is needed. */
class Bar {
  pathname = "/";
  search = "";
  hash = "";
  state: unknown = null;
  pushState(state: unknown, _: string, href: string): void {
    const url = new URL(href, "http://127.0.0.1");
    Object.assign(this, { pathname: url.pathname, search: url.search, hash: url.hash, state });
  }
  replaceState(state: unknown, title: string, href = `${this.pathname}${this.search}${this.hash}`): void {
    this.pushState(state, title, href);
  }
}

async function at(href: string): Promise<typeof import("./address.svelte")["here"]> {
  const bar = new Bar();
  bar.pushState(null, "", href);
  vi.stubGlobal("location", bar);
  vi.stubGlobal("history", bar);
  vi.stubGlobal("scrollTo", () => undefined);
  vi.resetModules();
  return (await import("./address.svelte")).here;
}

beforeEach(() => vi.unstubAllGlobals());

test("filters are what all screens of claims share, with every value", async () => {
  const here = await at("/claims?side=russia&side=ukraine&sort=added&at=12&after=x");
  expect(here.filters).toEqual({ side: ["russia", "ukraine"], at: ["12"] });
});

test("a change keeps the rest, null takes out, and empty values never stand in an address", async () => {
  const here = await at("/claims?side=russia&kind=strike&after=x");
  expect(here.changed({ kind: ["strike", "combat"], after: null, q: "" })).toBe("/claims?side=russia&kind=strike&kind=combat");
});

test("words in any script come back as they were", async () => {
  const here = await at("/");
  here.go(here.href("/claims", { q: "Бахмут & «Соледар»", place: "القدس" }));
  expect([here.path, here.one("q"), here.one("place")]).toEqual(["/claims", "Бахмут & «Соледар»", "القدس"]);
});

test("what is set is seen at once", async () => {
  const here = await at("/claims?kind=strike");
  here.set({ from: "2025-11-01" });
  expect(here.filters).toEqual({ kind: ["strike"], from: ["2025-11-01"] });
});

test("one cannot go back out of the workbench", async () => {
  const here = await at("/d/rp-7K3M");
  expect(here.back()).toBe(false);
});

test("the row on which one stood is kept where one leaves, and the next screen begins without one", async () => {
  const here = await at("/claims");
  const kept: unknown[] = [];
  vi.spyOn(history, "replaceState").mockImplementation((state) => void kept.push(state));
  here.row = "rp-7K3M";
  here.go("/d/rp-9QX4");
  expect([kept, here.row]).toEqual([[{ depth: 0, row: "rp-7K3M" }], null]);
});
