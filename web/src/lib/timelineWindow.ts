/** The days that are chosen on a timeline: moved, widened and drawn step by step. */
import type { BarShape, TimelineShape } from "./shapes";
import { dayOf, DAY_MS, moved, msOf, type Step } from "./timeline";

export interface Days {
  /** Empty where nothing bounds them. */
  from: string;
  to: string;
}

/** The last day of the step that begins on that day. */
function endOf(first: string, step: Step): string {
  return dayOf(msOf(moved(first, step, 1)) - DAY_MS);
}

/** The window a step later or earlier; without one, the last bar, or the first. */
export function stepped({ from, to }: Days, { step, bars }: { step: Step; bars: readonly BarShape[] }, by: 1 | -1): Days {
  const edge = by > 0 ? bars[0] : bars.at(-1);
  if (!edge) return { from, to };
  if (!from && !to) return { from: edge.first, to: edge.last };
  const start = from || (bars[0]?.first ?? to);
  const end = to || (bars.at(-1)?.last ?? from);
  const first = moved(start, step, by);
  // Months have different lengths: a window from the first day to the last one of a month stays one.
  const isWhole = (step === "month" || step === "year") && moved(endOf(end.slice(0, 8) + "01", "month"), "day", 0) === end && start.endsWith("01");
  return { from: first, to: isWhole ? lastOfMonth(moved(end.slice(0, 8) + "01", step, by)) : moved(end, step, by) };
}

const lastOfMonth = (day: string): string => endOf(day, "month");

/** A step more at the later end, or at the earlier one. */
export function widened({ from, to }: Days, timeline: { step: Step; bars: readonly BarShape[] }, by: 1 | -1): Days {
  if (!from && !to) return stepped({ from, to }, timeline, by > 0 ? 1 : -1);
  if (by > 0) return { from, to: to && stepped({ from: to, to }, timeline, 1).to };
  return { from: from && moved(from, timeline.step, -1), to };
}

/** The bars over which a pointer was drawn, from the one under its beginning to the one under its end. */
export function drawn(one: string, other: string, bars: readonly BarShape[]): Days {
  const [first, last] = one <= other ? [one, other] : [other, one];
  const from = bars.findLast((bar) => bar.first <= first && bar.last >= first)?.first ?? first;
  const to = bars.find((bar) => bar.first <= last && bar.last >= last)?.last ?? last;
  return { from, to };
}

export interface Lane {
  side: string;
  total: number;
  counts: readonly number[];
}

const MOST_LANES = 4;

/** A lane for each side, the most frequent first; beyond some they share the last one, whose side is null. */
export function lanesOf({ bars }: Pick<TimelineShape, "bars">): { lanes: (Lane & { isRest: boolean })[]; most: number } {
  const totals = new Map<string, number>();
  for (const bar of bars) for (const [side, number] of Object.entries(bar.sides)) totals.set(side, (totals.get(side) ?? 0) + number);
  const named = [...totals].filter(([side]) => side).sort(([, one], [, other]) => other - one).map(([side]) => side);
  const own = named.slice(0, MOST_LANES);
  const rest = named.slice(MOST_LANES);
  const lane = (side: string, sides: readonly string[], isRest: boolean): Lane & { isRest: boolean } => {
    const counts = bars.map((bar) => sides.reduce((sum, each) => sum + (bar.sides[each] ?? 0), 0));
    return { side, counts, total: counts.reduce((sum, number) => sum + number, 0), isRest };
  };
  const lanes = own.map((side) => lane(side, [side], false));
  if (rest.length) lanes.push(lane("", rest, true));
  if (totals.get("")) lanes.push(lane("", [""], false));
  return { lanes, most: Math.max(1, ...lanes.flatMap(({ counts }) => counts)) };
}
