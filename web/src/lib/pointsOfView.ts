/** The table of points of view as it is read: a row that only refers to the one before is told with it. */
export interface ViewRow {
  id: string;
  name: string;
  drawn: string;
  others: string;
  source: { name: string; url: string };
}

const REFERS = /^As for /;

export function foldRows(rows: readonly ViewRow[]): ViewRow[] {
  const folded: ViewRow[] = [];
  for (const row of rows) {
    const before = folded.at(-1);
    if (!before || !REFERS.test(row.others)) folded.push(row);
    else if (!before.name.includes(row.name)) folded[folded.length - 1] = { ...before, name: `${before.name}; ${row.name}` };
  }
  return folded;
}
