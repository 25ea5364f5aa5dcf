/** What is said of a named place, in words. */
import type { CardsShape, PlaceCardShape, PointShape } from "./shapes";
import { nameSide } from "./start.svelte";

/** "12 on the word of Russia’s side, 8 of Ukraine’s side, 3 of no side"; what several sides say counts for each of them. */
export function saySides(sides: Readonly<Record<string, number>>, claims: number): string {
  const told = Object.entries(sides).filter(([, number]) => number > 0).sort(([, one], [, other]) => other - one);
  const isShared = told.reduce((sum, [, number]) => sum + number, 0) > claims;
  const shared = told.filter(([side]) => side).length > 2 ? "some of several" : "some of both";
  return told
    .map(([side, number], at) => `${number.toLocaleString("en-GB")} ${at ? "of" : "on the word of"} ${side ? nameSide(side) : "no side"}`)
    .concat(isShared ? [shared] : [])
    .join(", ");
}

/** How exactly a place is known. */
export function sayRadius(radius_km: number | null): string {
  if (radius_km === null) return "not known how exactly";
  const rounded = radius_km < 10 ? Math.round(radius_km * 10) / 10 : Math.round(radius_km);
  return `known to ${rounded.toLocaleString("en-GB")} km`;
}

/** "48.95° N, 38.49° E", with as many decimals as it was given: no more is known. */
export function sayPoint(lat: number, lon: number): string {
  return `${Math.abs(lat)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon)}° ${lon < 0 ? "W" : "E"}`;
}

/** Coordinates are coarser in the one than in the other. */
const SAME_DEG = 0.1;

function isSame(place: PlaceCardShape, { lat, lon }: PointShape): boolean {
  return place.lat !== null && place.lon !== null && Math.abs(place.lat - lat) < SAME_DEG && Math.abs(place.lon - lon) < SAME_DEG;
}

/** How exactly a place is known: as it is told with it, or else as the least exact of its claims has it. */
export function radiusIn(place: PointShape, cards: CardsShape | null): number | null {
  if (place.radius_km !== null) return place.radius_km;
  const radii = (cards?.items ?? []).flatMap((card) => card.places).flatMap((each) => (isSame(each, place) && each.radius_km !== null ? [each.radius_km] : []));
  return radii.length ? Math.max(...radii) : null;
}
