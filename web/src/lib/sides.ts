/** Two accounts of one event on one axis of days, with third parties beside them, and what both of them name. */
import type { AccountsShape, AccountShape, CardShape, EventPageShape, MemberShape, TellingShape } from "./shapes";

export interface Cell {
  tellings: readonly TellingShape[];
  /** Of a side that says nothing in the first days: what it published meanwhile. */
  silence: AccountShape | null;
}

export interface AxisRow {
  day: string | null;
  /** Of silence: the last of the days that are looked at. */
  until: string | null;
  cells: readonly [Cell, Cell];
  others: readonly MemberShape[];
}

const UNDATED = "9999";

/** A row for each day on which somebody spoke, and one for the days in which a side said nothing; undated claims come last. */
export function rowsOf(told: AccountsShape, page: EventPageShape | null): AxisRow[] {
  const [one, other] = told.accounts;
  if (!one || !other) return [];
  const spoken = new Set([...one.tellings, ...other.tellings].map((telling) => telling.claim));
  const others = (page?.event.claims ?? []).filter((claim) => !spoken.has(claim.claim));
  const days = new Set([...one.tellings, ...other.tellings, ...others].map((each) => each.reported));
  const rows: AxisRow[] = [...days].map((day) => ({
    day,
    until: null,
    cells: [tellOn(one, day), tellOn(other, day)],
    others: others.filter((claim) => claim.reported === day),
  }));
  return [...rows, ...silences(one, other)].sort((left, right) => compare(keyOf(left), keyOf(right)));
}

function tellOn(account: AccountShape, day: string | null): Cell {
  return { tellings: account.tellings.filter((telling) => telling.reported === day), silence: null };
}

function silences(one: AccountShape, other: AccountShape): AxisRow[] {
  const nothing: Cell = { tellings: [], silence: null };
  return [one, other].flatMap((account, nth): AxisRow[] => {
    if (!account.meanwhile) return [];
    const cell: Cell = { tellings: [], silence: account };
    return [{ day: account.meanwhile.first, until: account.meanwhile.last, cells: nth === 0 ? [cell, nothing] : [nothing, cell], others: [] }];
  });
}

/** Silence stands behind what was said on its first day. */
function keyOf(row: AxisRow): string {
  return `${row.day ?? UNDATED} ${row.until ?? ""}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What both accounts say: that it happened, places, and numbers that are the same. No more is said to be shared. */
export function sharedOf(told: AccountsShape, page: EventPageShape): string[] {
  const [one, other] = told.accounts.map((account) => account.tellings.flatMap((telling) => page.cards[telling.claim] ?? []));
  if (!one?.length || !other?.length) return [];
  const named = [namesOf, numbersOf].flatMap((list) => {
    const theirs = new Set(list(other).keys());
    return [...list(one)].filter(([key]) => theirs.has(key)).map(([, words]) => words);
  });
  const affirm = told.accounts.every((account) => account.tellings.some((telling) => telling.stance === "affirms"));
  return affirm ? ["that it happened", ...named] : named;
}

function namesOf(cards: readonly CardShape[]): Map<string, string> {
  return new Map(cards.flatMap((card) => card.places.filter((place) => place.role !== "reference").map((place) => [place.gazetteer_id ?? place.name, place.name] as const)));
}

function numbersOf(cards: readonly CardShape[]): Map<string, string> {
  return new Map(cards.flatMap((card) => card.quantities.filter((each) => each.value !== null).map((each) => [`${each.value} ${each.unit ?? ""}`, `“${each.text}”`] as const)));
}

/** The sources on whose word a side speaks in this event, the most named first. */
export function sourcesOf(side: string, told: AccountsShape, page: EventPageShape): string[] {
  const account = told.accounts.find((each) => each.side === side);
  const counted = new Map<string, number>();
  for (const telling of account?.tellings ?? []) {
    for (const piece of page.cards[telling.claim]?.voices ?? []) {
      if (piece.source && piece.side === side) counted.set(piece.source, (counted.get(piece.source) ?? 0) + 1);
    }
  }
  return [...counted].sort(([, left], [, right]) => right - left).map(([id]) => id);
}
