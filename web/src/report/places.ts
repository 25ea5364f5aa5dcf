/** The named places of a report's events, each once: those with a point first, numbered as on the map. */
import type { EventPageShape, SpotShape } from "../lib/shapes";

export interface Named {
  /** Its number on the map; null where it has no point. */
  number: number | null;
  spot: SpotShape;
  events: readonly EventPageShape[];
}

export function listPlaces(pages: readonly EventPageShape[]): Named[] {
  const found = new Map<string, { spot: SpotShape; events: EventPageShape[] }>();
  for (const page of pages) {
    const spot = page.event.place;
    if (!spot) continue;
    const key = spot.gazetteer_id ?? JSON.stringify([spot.name, spot.lat, spot.lon]);
    const place = found.get(key) ?? { spot, events: [] };
    place.events.push(page);
    found.set(key, place);
  }
  const isPlaced = ({ spot }: { spot: SpotShape }): boolean => spot.lat !== null && spot.lon !== null;
  const all = [...found.values()];
  return [...all.filter(isPlaced), ...all.filter((place) => !isPlaced(place))].map((place, index) => ({
    ...place,
    number: isPlaced(place) ? index + 1 : null,
  }));
}

/** "49.8, 36.72, within 5 km": as coarse as the place is. */
export function sayPoint(spot: SpotShape): string {
  if (spot.lat === null || spot.lon === null) return "not on the map";
  const within = spot.radius_km === null ? "" : `, within ${Number(spot.radius_km.toPrecision(3)).toLocaleString("en-GB")} km`;
  return `${spot.is_region ? "an area around " : ""}${spot.lat}, ${spot.lon}${within}`;
}
