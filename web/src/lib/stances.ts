/** Who takes which stance to an event, counted. */
import type { EventPageShape, MemberShape, Stance } from "./shapes";

export const STANCES: readonly Stance[] = ["affirms", "denies", "qualifies"];

export interface StanceCount {
  stance: Stance;
  members: readonly MemberShape[];
  documents: number;
  sides: readonly string[];
  concessions: number;
}

/** The stances that somebody takes. */
export function countStances(page: EventPageShape): StanceCount[] {
  return STANCES.flatMap((stance) => {
    const members = page.event.claims.filter((claim) => claim.stance === stance);
    if (!members.length) return [];
    return [{
      stance,
      members,
      documents: new Set(members.map((member) => member.document)).size,
      sides: [...new Set(members.flatMap((member) => member.side ?? []))],
      concessions: members.filter((member) => member.concession).length,
    }];
  });
}

/** Is there but one origin, and nobody who says otherwise? Then nothing can be compared. */
export function isAlone(page: EventPageShape): boolean {
  const { affirms, denies } = page.event.independent;
  const stances = new Set(page.event.claims.map((claim) => claim.stance));
  return stances.size === 1 && affirms.most + denies.most <= 1 && page.event.changes.length === 0;
}
