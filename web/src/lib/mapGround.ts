/** The ground of the map: files of ours beside the page, each asked for once. */
import type { FeatureCollection, LineString, MultiPolygon, Point, Polygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Basemap } from "./mapBorders";

const asked = new Map<string, Promise<unknown>>();

function fetched<T>(name: string): Promise<T> {
  const file = `${import.meta.env.BASE_URL}basemap/${name}.json`;
  const answer = asked.get(file) ?? fetch(file).then((response) => {
    if (!response.ok) throw new Error(`the basemap is not there: ${file} answered ${response.status}`);
    return response.json();
  });
  asked.set(file, answer);
  answer.catch(() => asked.delete(file));
  return answer as Promise<T>;
}

export const fetchWorld = (): Promise<Basemap> => fetched("world");
export const fetchCountries = (): Promise<FeatureCollection<Point>> => fetched("countries");

export async function fetchWater(): Promise<{ lakes: FeatureCollection<Polygon | MultiPolygon>; rivers: FeatureCollection<LineString> }> {
  const water = await fetched<Topology<{ lakes: GeometryCollection; rivers: GeometryCollection }>>("water");
  return {
    lakes: feature(water, water.objects.lakes) as FeatureCollection<Polygon | MultiPolygon>,
    rivers: feature(water, water.objects.rivers) as FeatureCollection<LineString>,
  };
}

/** Borders of provinces within a country, and their names. */
export async function fetchProvinces(): Promise<{ borders: ReturnType<typeof mesh>; names: FeatureCollection<Point> }> {
  const provinces = await fetched<Topology<{ borders: GeometryCollection; names: GeometryCollection }>>("provinces");
  return { borders: mesh(provinces, provinces.objects.borders), names: feature(provinces, provinces.objects.names) as FeatureCollection<Point> };
}
