/** The track record of a source in words and figures. It measures how others reported the same, never truth. */
import type { LeadTimeShape, ShareShape, TallyShape } from "./shapes";
import { count } from "./text";

export type Outcome = "conceded" | "corroborated" | "contradicted" | "preceded" | "open";

/** In the words of the command line. */
export const OUTCOMES: Record<Outcome, string> = {
  conceded: "conceded later by the side it speaks against",
  corroborated: "corroborated later by another side or a third party",
  contradicted: "contradicted by an opposing side",
  preceded: "told or conceded by others before",
  open: "open",
};
const BAR = 12;

/** "9 of 23". */
export function sayNumber(share: ShareShape): string {
  return `${share.number} of ${share.of}`;
}

export function sayPart(part: number): string {
  return `${Math.round(part * 100)}\u00a0%`;
}

/** "39 % (22 % to 59 %)"; empty where there are too few for a share. */
export function sayShare(share: ShareShape): string {
  if (share.low === null || share.high === null || !share.of) return "";
  return `${sayPart(share.number / share.of)} (${sayPart(share.low)} to ${sayPart(share.high)})`;
}

/** The share as letters, so that it needs neither colour nor a picture; the interval is what is dotted. */
export function drawBar(share: ShareShape): string {
  if (share.low === null || share.high === null || !share.of) return "";
  const at = (part: number): number => Math.round(part * BAR);
  const [least, told, most] = [at(share.low), at(share.number / share.of), at(share.high)];
  return Array.from({ length: BAR }, (_, cell) => (cell < told ? (cell < least ? "█" : "▓") : cell < most ? "░" : "·")).join("");
}

/** "6 days after, in the middle of 2 to 41"; empty where it is not told. */
export function sayLead(lead: LeadTimeShape): string {
  if (lead.median_days === null) return "";
  const range = lead.least_days === lead.most_days ? "" : ` (${lead.least_days} to ${lead.most_days})`;
  return `median ${count(lead.median_days, "day")} after${range}`;
}

export function isTooFew(tally: TallyShape, least: number): boolean {
  return tally.events < least;
}

/** All in one sentence: "Of 23 events that it affirmed 9 were conceded …". */
export function sumUp(tally: TallyShape, least: number): string {
  if (!tally.events) return "It affirmed no event as their origin.";
  const told = (Object.keys(OUTCOMES) as Outcome[]).flatMap((outcome) => {
    const share = tally[outcome];
    if (!share.number) return [];
    const lead = outcome === "conceded" ? sayLead(tally.until_conceded) : outcome === "corroborated" ? sayLead(tally.until_corroborated) : "";
    return [[`${share.number} ${outcome}`, sayShare(share), lead].filter(Boolean).join(", ")];
  });
  const few = isTooFew(tally, least) ? ` Too few for a share: under ${least} events there are only counts.` : "";
  return `Of ${count(tally.events, "event")} that it affirmed: ${told.join("; ")}.${few}`;
}
