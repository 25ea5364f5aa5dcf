/** From row to row of a table with the keyboard; the focus goes along, so that Enter opens and screen readers read. */
export function stepRow(rows: readonly { id: string }[], selected: string | null, by: number): string | null {
  const index = rows.findIndex((each) => each.id === selected) + by;
  const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
  if (!row) return null;
  rowOf(row.id)?.querySelector("a")?.focus();
  return row.id;
}

/** A row that was moved or made anew has lost the focus: it gets it back, unless somebody is elsewhere by now. */
export function keepRow(id: string | null): void {
  const { activeElement } = document;
  if (!id || (activeElement && activeElement !== document.body) || document.querySelector("dialog[open]")) return;
  rowOf(id)?.querySelector("a")?.focus({ preventScroll: true });
}

/** Show the row on which one stood, after coming back. */
export function showRow(id: string | null): void {
  if (id) rowOf(id)?.scrollIntoView({ block: "center" });
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}
