/** The whole state of a screen stands in the address: which screen, of what, and which filters. */

/** Filters that every screen of claims shares; they go along from screen to screen. */
export const FILTERS = [
  "q", "side", "source", "source_type", "kind", "certainty", "polarity", "tense", "flag", "place", "bbox",
  "from", "to", "published_from", "published_to", "language", "outlet", "review", "without", "document", "at",
] as const;

class Address {
  path = $state(location.pathname);
  query = $state(location.search);
  hash = $state(location.hash);
  /** The row of a table on which one stands; it is found again on the way back. */
  row: string | null = null;

  get params(): URLSearchParams {
    return new URLSearchParams(this.query);
  }

  one(name: string): string {
    return this.params.get(name) ?? "";
  }

  all(name: string): string[] {
    return this.params.getAll(name);
  }

  /** The shared filters as they stand, for a request or for the way to another screen. */
  get filters(): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const name of FILTERS) if (this.all(name).length) found[name] = this.all(name);
    return found;
  }

  /** An address for a link: of a path with these parameters, empty ones left out. */
  href(path: string, params: Record<string, string | readonly string[] | null | undefined> = {}): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(params)) {
      for (const each of Array.isArray(value) ? value : [value]) if (each) query.append(name, each);
    }
    const asked = query.toString();
    return asked ? `${path}?${asked}` : path;
  }

  /** The same screen with some parameters changed; null takes one out. */
  changed(params: Record<string, string | readonly string[] | null>): string {
    const now: Record<string, readonly string[]> = {};
    for (const name of new Set(this.params.keys())) now[name] = this.all(name);
    const merged: Record<string, string | readonly string[] | null> = { ...now, ...params };
    return this.href(this.path, merged);
  }

  go(href: string, { replace = false } = {}): void {
    const depth = this.#depth + (replace ? 0 : 1);
    const [path, page] = [this.path, this.one("after")];
    if (!replace && this.row) history.replaceState({ depth: this.#depth, row: this.row }, "");
    history[replace ? "replaceState" : "pushState"]({ depth }, "", href);
    this.#read();
    // A filter that is picked shows its rows where one is; another screen or page begins at its top.
    if (this.path !== path || this.one("after") !== page) scrollTo(0, 0);
  }

  set(params: Record<string, string | readonly string[] | null>, how: { replace?: boolean } = {}): void {
    this.go(this.changed(params), how);
  }

  /** Back to where one came from, but never out of the workbench; `false` if one came from nowhere. */
  back(): boolean {
    if (this.#depth > 0) history.back();
    return this.#depth > 0;
  }

  get #depth(): number {
    return (history.state as { depth?: number } | null)?.depth ?? 0;
  }

  /** Follow the browser's back and forward, and plain clicks on links of ours without loading the page anew. */
  listen(): void {
    addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => {
      const link = (event.target as Element | null)?.closest?.("a");
      const isPlain = !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const href = link?.getAttribute("href");
      if (!link || !href || !isPlain || link.hasAttribute("target") || link.hasAttribute("download")) return;
      // A link within a drawing has no address of its own to ask for, only what was written.
      const to = new URL(href, location.href);
      if (to.origin !== location.origin || to.pathname.startsWith("/api/") || to.pathname.startsWith("/static/")) return;
      if (to.pathname === location.pathname && to.search === location.search && to.hash) return;
      event.preventDefault();
      this.go(to.pathname + to.search + to.hash);
    });
  }

  #read(): void {
    this.path = location.pathname;
    this.query = location.search;
    this.hash = location.hash;
    this.row = (history.state as { row?: string } | null)?.row ?? null;
  }
}

export const here = new Address();
