/** Days on an axis: steps of it, ticks with words, and rows for what overlaps. */
import { scaleUtc } from "d3-scale";

export const DAY_MS = 86_400_000;
export type Step = "day" | "week" | "month" | "year";
export const STEPS: Record<Step, { noun: string; adverb: string }> = {
  day: { noun: "day", adverb: "day by day" },
  week: { noun: "week", adverb: "week by week" },
  month: { noun: "month", adverb: "month by month" },
  year: { noun: "year", adverb: "year by year" },
};

export function stepOf(code: string): Step {
  return code in STEPS ? (code as Step) : "day";
}

/** Milliseconds at the beginning of an ISO day, in UTC. */
export function msOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** So many steps later, or earlier; the last day of a shorter month stands for those that it lacks. */
export function moved(day: string, step: Step, by: number): string {
  if (step === "day" || step === "week") return dayOf(msOf(day) + by * (step === "week" ? 7 : 1) * DAY_MS);
  const date = new Date(msOf(day));
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + by * (step === "year" ? 12 : 1);
  const last = new Date(Date.UTC(0, 0, 0)).setUTCFullYear(Math.floor(month / 12), (month % 12) + 1, 0);
  const of = Math.min(date.getUTCDate(), new Date(last).getUTCDate());
  return dayOf(new Date(last).setUTCDate(of));
}

export interface Tick {
  x: number;
  /** Empty where there is no room for it. */
  label: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TICK_PX = 74;
const LETTER_PX = 6;

export interface Axis {
  /** Where a day begins. */
  x: (day: string) => number;
  /** Which day lies there. */
  dayAt: (x: number) => string;
  ticks: readonly Tick[];
}

/** An axis from the beginning of `first` to the end of `last`. */
export function axisOf(first: string, last: string, left: number, right: number): Axis {
  const scale = scaleUtc().domain([msOf(first), msOf(last) + DAY_MS]).range([left, right]);
  let [year, free] = ["", Number.NEGATIVE_INFINITY];
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / TICK_PX))).filter((each) => each.getTime() % DAY_MS === 0);
  return {
    x: (day) => scale(msOf(day)),
    dayAt: (x) => dayOf(Math.floor(scale.invert(x).getTime() / DAY_MS) * DAY_MS),
    ticks: ticks.map((date) => {
      const [x, own] = [scale(date), String(date.getUTCFullYear())];
      const label = labelOf(date, year !== own, scale.domain());
      const reach = (label.length * LETTER_PX) / 2;
      if (x - reach < free) return { x, label: "" };
      free = x + reach + LETTER_PX;
      year = own;
      return { x, label };
    }),
  };
}

function labelOf(date: Date, isNewYear: boolean, [first, last]: Date[]): string {
  const span_days = ((last?.getTime() ?? 0) - (first?.getTime() ?? 0)) / DAY_MS;
  const [day, month, year] = [date.getUTCDate(), MONTHS[date.getUTCMonth()] ?? "", String(date.getUTCFullYear())];
  if (span_days > 366 * 6) return year;
  if (span_days > 120) return isNewYear ? `${month} ${year}` : month;
  return isNewYear ? `${day} ${month} ${year}` : `${day} ${month}`;
}

/** For each, the row in which it overlaps nothing that came before. */
export function packed(spans: readonly { left: number; right: number }[], gap_px = 2): number[] {
  const ends: number[] = [];
  return spans.map(({ left, right }) => {
    const free = ends.findIndex((end) => end + gap_px <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = right;
    return row;
  });
}
