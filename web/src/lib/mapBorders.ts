/** Whose borders are drawn, and which of them are disputed: of pieces of land that nobody parts any further. */
import type { Feature, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, MultiPolygon as Pieces, Point as TopoPoint, Polygon as Piece, Topology } from "topojson-specification";

/** As most states see it, or as Natural Earth draws it, by its own view of who is in control. */
export const VIEWS = {
  un: "As most member states of the United Nations see it",
  ne: "As Natural Earth draws it, by its own view of who is in control",
} as const;
export type View = keyof typeof VIEWS;

export interface PieceOf {
  un: string;
  ne: string;
  /** The row of the table of points of view; missing where nothing is disputed. */
  row?: string;
  /** The countries towards which its border is disputed, with commas between them. */
  parties?: string;
}

/** A line that is claimed as a border, by whom and where. */
export interface LineOf {
  claim: string;
  in: string;
}

export interface NameOf {
  name: string;
  /** Kilometres across. */
  size: number;
}

export interface Basemap extends Topology {
  objects: {
    pieces: GeometryCollection<PieceOf>;
    lines: GeometryCollection<LineOf>;
    /** Only in the report's. */
    names: GeometryCollection<NameOf>;
  };
}

export function viewOf(name: string): View {
  return name === "ne" ? "ne" : "un";
}

export function isDisputed(one: PieceOf, other: PieceOf, view: View): boolean {
  const has = (piece: PieceOf, code: string): boolean => Boolean(piece.parties?.split(",").includes(code));
  return has(one, other[view]) || has(other, one[view]);
}

const pieceOf = (geometry: GeometryObject): PieceOf => geometry.properties as PieceOf;

export function bordersOf(map: Basemap, view: View): MultiLineString {
  return mesh(map, map.objects.pieces, (left, right) => {
    const [one, other] = [pieceOf(left), pieceOf(right)];
    return left !== right && one[view] !== other[view] && !isDisputed(one, other, view);
  });
}

/** Borders between pieces that are disputed, and the lines that somebody claims as one. */
export function disputedOf(map: Basemap, view: View): MultiLineString {
  const borders = mesh(map, map.objects.pieces, (left, right) => left !== right && isDisputed(pieceOf(left), pieceOf(right), view));
  return { type: "MultiLineString", coordinates: [...borders.coordinates, ...mesh(map, map.objects.lines).coordinates] };
}

export function coastOf(map: Basemap): MultiLineString {
  return mesh(map, map.objects.pieces, (left, right) => left === right);
}

export function landOf(map: Basemap): MultiPolygon {
  return merge(map, map.objects.pieces.geometries.filter((each): each is Piece<PieceOf> | Pieces<PieceOf> => "arcs" in each && each.type !== "LineString"));
}

/** Names of countries, the largest first, where the map has them. */
export function namesOn(map: Basemap): { name: string; size: number; at: [x: number, y: number] }[] {
  // A single point of a topology is told in its steps.
  const { scale: [sx, sy], translate: [tx, ty] } = map.transform ?? { scale: [1, 1], translate: [0, 0] };
  const points = map.objects.names.geometries as (TopoPoint<NameOf> & { properties: NameOf })[];
  return [...points]
    .sort((one, other) => other.properties.size - one.properties.size)
    .map(({ properties: { name, size }, coordinates: [x = 0, y = 0] }) => ({ name, size, at: [x * sx + tx, y * sy + ty] }));
}

export function asFeature<G extends MultiLineString | MultiPolygon | Polygon>(geometry: G): Feature<G, Record<string, never>> {
  return { type: "Feature", properties: {}, geometry };
}
