/** Which part of the Earth is shown: in Web Mercator, in metres, and as the address has it. */
export const EARTH_RADIUS_M = 6_378_137;
const MEAN_RADIUS_KM = 6371.0088;
const MOST_LAT = 85;
const RADIANS = Math.PI / 180;

export type Point = readonly [x: number, y: number];
/** West, south, east, north, in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface Spot {
  lat: number;
  lon: number;
  radius_km: number | null;
}

export function mercator(lat: number, lon: number): Point {
  const north = Math.max(-MOST_LAT, Math.min(MOST_LAT, lat)) * RADIANS;
  return [EARTH_RADIUS_M * lon * RADIANS, EARTH_RADIUS_M * Math.log(Math.tan(Math.PI / 4 + north / 2))];
}

/** The circle around a place, as points on the sphere; it is closed, and longitudes count on over the 180th meridian. */
export function circleOf({ lat, lon, radius_km }: Spot, corners = 64): [lon: number, lat: number][] {
  const angle = Math.min((radius_km ?? 0) / MEAN_RADIUS_KM, 1.5);
  const north = lat * RADIANS;
  return Array.from({ length: corners + 1 }, (_, at): [number, number] => {
    const turn = (2 * Math.PI * (at % corners)) / corners;
    const y = Math.asin(Math.sin(north) * Math.cos(angle) + Math.cos(north) * Math.sin(angle) * Math.cos(turn));
    const east = Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(north), Math.cos(angle) - Math.sin(north) * Math.sin(y));
    return [lon + east / RADIANS, y / RADIANS];
  });
}

/** Where the eye begins: the box with nine tenths of the claims, so that one far place does not make all others small. */
export function boundsOf(places: readonly (Spot & { claims: number })[]): Bounds | null {
  if (!places.length) return null;
  const [south, north] = middle(places.map(({ lat, claims }) => [lat, claims]));
  const [west, east] = middle(places.map(({ lon, claims }) => [lon, claims]));
  return [west, south, east, north];
}

function middle(values: [value: number, weight: number][]): [number, number] {
  const sorted = [...values].sort(([one], [other]) => one - other);
  const whole = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const at = (share: number): number => {
    let passed = 0;
    return (sorted.find(([, weight]) => (passed += weight) >= whole * share) ?? sorted.at(-1))?.[0] ?? 0;
  };
  return [at(0.05), at(0.95)];
}

export interface Eye {
  lat: number;
  lon: number;
  zoom: number;
}

/** `48.12,37.75,7.5`: a centre that says nothing finer than the map shows. */
export function sayEye({ lat, lon, zoom }: Eye): string {
  const decimals = zoom < 6 ? 1 : 2;
  return [lat.toFixed(decimals), lon.toFixed(decimals), zoom.toFixed(1)].map((each) => String(Number(each))).join(",");
}

export function readEye(told: string): Eye | null {
  const [lat, lon, zoom, ...more] = told.split(",").map(Number);
  const isRight = told.trim() !== "" && more.length === 0 && [lat, lon, zoom].every((each) => each !== undefined && Number.isFinite(each));
  if (!isRight || lat === undefined || lon === undefined || zoom === undefined) return null;
  return Math.abs(lat) <= MOST_LAT && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22 ? { lat, lon, zoom } : null;
}

/** `west,south,east,north` in hundredths of a degree, wide enough for what was seen. */
export function sayBounds([west, south, east, north]: Bounds): string {
  const floor = (value: number): number => Math.floor(value * 100) / 100;
  const lon = (value: number): number => Math.max(-180, Math.min(180, value));
  const lat = (value: number): number => Math.max(-90, Math.min(90, value));
  return [floor(lon(west)), floor(lat(south)), -floor(-lon(east)), -floor(-lat(north))].map((each) => String(Number(each.toFixed(2)))).join(",");
}

export function readBounds(told: string): Bounds | null {
  const values = told.split(",").map(Number);
  const [west, south, east, north] = values;
  if (values.length !== 4 || values.some((each) => !Number.isFinite(each))) return null;
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
}

export function isWithin({ lat, lon }: { lat: number; lon: number }, [west, south, east, north]: Bounds): boolean {
  const isBeside = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return lat >= south && lat <= north && isBeside;
}
