/** A map drawn once, on paper or where there is no WebGL: its frame, its marks and the names beside which there is room. */
import { geoIdentity, geoPath, type GeoPath } from "d3-geo";
import { circleOf, EARTH_RADIUS_M, mercator, type Point, type Spot } from "./mapFrame";

export interface MapPlace extends Spot {
  id: string;
  name: string;
  /** How the list beside the map numbers it. */
  number?: number;
  href?: string | null;
  /** What is said of it, for a pointer that rests on it. */
  title?: string;
}

export interface Frame {
  width: number;
  height: number;
  /** Pixels of a metre of the map. */
  scale: number;
  /** The middle, in Mercator metres. */
  x: number;
  y: number;
}

/** So much of a circle is shown around a place at the rim; of regions part may lie outside. */
const SHOWN_KM = 60;
const LEAST_M = 160_000;
const MARGIN_PX = 34;
/** The map has lines to about a kilometre: nearer they would look as if they knew more. */
const MOST_SCALE = 1 / 120;

const wholeWorld = (width: number): number => width / (2 * Math.PI * EARTH_RADIUS_M);

export function fitted(places: readonly Spot[], width: number, height: number): Frame {
  if (!places.length) return { width, height, scale: wholeWorld(width), x: 0, y: 2_500_000 };
  const corners = places.flatMap(({ lat, lon, radius_km }) => {
    const [x, y] = mercator(lat, lon);
    const reach = (Math.min(SHOWN_KM, radius_km ?? 0) * 1000) / Math.cos((lat * Math.PI) / 180);
    return [[x - reach, y - reach], [x + reach, y + reach]] as const;
  });
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * MARGIN_PX) / Math.max(east - west, LEAST_M), (height - 2 * MARGIN_PX) / Math.max(north - south, LEAST_M));
  return { width, height, scale: Math.max(wholeWorld(width), Math.min(scale, MOST_SCALE)), x: (west + east) / 2, y: (south + north) / 2 };
}

export function zoomed(frame: Frame, by: number): Frame {
  return { ...frame, scale: Math.max(wholeWorld(frame.width), Math.min(MOST_SCALE, frame.scale * by)) };
}

export function shifted(frame: Frame, dx: number, dy: number): Frame {
  return { ...frame, x: frame.x - dx / frame.scale, y: frame.y + dy / frame.scale };
}

/** Paths of what is in Mercator metres already; only what lies in the frame is drawn. */
export function pathsOf({ width, height, scale, x, y }: Frame): GeoPath {
  const projection = geoIdentity().reflectY(true).scale(scale).translate([width / 2 - x * scale, height / 2 + y * scale]);
  return geoPath(projection.clipExtent([[-8, -8], [width + 8, height + 8]])).digits(1);
}

export function pixel({ width, height, scale, x, y }: Frame, [px, py]: Point): Point {
  return [width / 2 + (px - x) * scale, height / 2 - (py - y) * scale];
}

/** The circle within which the place lies, true to the ground. */
export function ringOf(frame: Frame, spot: Spot): string {
  const points = circleOf(spot, 48).map(([lon, lat]) => pixel(frame, mercator(lat, lon)).map((each) => each.toFixed(1)).join(","));
  return `M${points.slice(0, -1).join("L")}Z`;
}

export interface Mark {
  key: string;
  x: number;
  y: number;
  /** Half the width of its pill. */
  half: number;
  words: string;
  places: readonly MapPlace[];
}

const MOST_NUMBERS = 3;
const DIGIT_PX = 6.6;
export const MARK_PX = 9;

/** One mark for all that is said of one point. */
export function marksOf(frame: Frame, places: readonly MapPlace[]): Mark[] {
  const points = new Map<string, MapPlace[]>();
  for (const place of places) {
    const key = `${place.lat},${place.lon}`;
    points.set(key, [...(points.get(key) ?? []), place]);
  }
  return [...points].map(([key, here]) => {
    const [first] = here;
    const [x, y] = pixel(frame, mercator(first?.lat ?? 0, first?.lon ?? 0));
    const numbers = here.flatMap(({ number }) => number ?? []);
    const told = numbers.slice(0, MOST_NUMBERS).join(", ");
    const words = numbers.length > MOST_NUMBERS ? `${told} +${numbers.length - MOST_NUMBERS}` : told;
    return { key, x, y, words, half: words ? Math.max(MARK_PX, (words.length * DIGIT_PX) / 2 + 4) : 5, places: here };
  });
}

export interface Label {
  key: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  words: string;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
const LETTER_PX = 6.7;
const COUNTRY_LETTER_PX = 9;
/** By so much, at 45 degrees, a country is wider on the map than at the equator. */
const MERCATOR_GROWS = 1.4;
const LINE_PX = 15;
const LONGEST = 34;

/** Names beside their marks where there is room, the first ones first; then those of countries. */
export function namesOf(frame: Frame, marks: readonly Mark[], countries: readonly { name: string; size: number; at: Point }[]): { places: Label[]; countries: Label[] } {
  const taken: Box[] = marks.map(({ x, y, half }) => [x - half, y - MARK_PX, x + half, y + MARK_PX]);
  const isFree = ([left, top, right, bottom]: Box): boolean =>
    left > 2 && top > 2 && right < frame.width - 2 && bottom < frame.height - 2 && taken.every((box) => right < box[0] || left > box[2] || bottom < box[1] || top > box[3]);
  const put = (key: string, words: string, tries: readonly Omit<Label, "key" | "words">[], letter_px = LETTER_PX): Label[] => {
    for (const each of tries) {
      const wide = words.length * letter_px;
      const left = each.x - (each.anchor === "start" ? 0 : each.anchor === "end" ? wide : wide / 2);
      const box: Box = [left, each.y - LINE_PX + 4, left + wide, each.y + 4];
      if (!isFree(box)) continue;
      taken.push(box);
      return [{ key, words, ...each }];
    }
    return [];
  };
  const names = marks.flatMap(({ key, x, y, half, places: [first] }) => {
    const name = first?.name ?? "";
    const words = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
    return put(key, words, [
      { x: x + half + 4, y: y + 4.5, anchor: "start" }, { x: x - half - 4, y: y + 4.5, anchor: "end" },
      { x, y: y + MARK_PX + 14, anchor: "middle" }, { x, y: y - MARK_PX - 5, anchor: "middle" },
    ]);
  });
  const wide = countries.flatMap(({ name, size, at }) => {
    const [x, y] = pixel(frame, at);
    const isRoomy = size * 1000 * frame.scale * MERCATOR_GROWS > name.length * COUNTRY_LETTER_PX;
    return isRoomy ? put(name, name, [{ x, y, anchor: "middle" }], COUNTRY_LETTER_PX) : [];
  });
  return { places: names, countries: wide };
}

const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** A bar of a round number of kilometres, which holds for the middle of the map. */
export function scaleBar(frame: Frame): { km: number; width: number } {
  const lat = 2 * Math.atan(Math.exp(frame.y / EARTH_RADIUS_M)) - Math.PI / 2;
  const km_px = (frame.scale * 1000) / Math.cos(lat);
  const km = [...ROUND_KM].reverse().find((each) => each * km_px <= 130) ?? 1;
  return { km, width: km * km_px };
}
