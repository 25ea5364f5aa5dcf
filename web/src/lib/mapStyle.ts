/** How the map looks: layers as a table, with the colours that the page has now. */
import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";

export const INKS = [
  "sea", "land", "water", "river", "coast", "border", "inner", "country", "road", "dot", "ring", "ink", "soft", "card", "focus", "a", "b", "n",
] as const;
export type Palette = Record<(typeof INKS)[number], string>;

/** The colours as the element has them, light or dark. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = element.appendChild(document.createElement("span"));
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const found = Object.fromEntries(INKS.map((name) => [name, read(name)])) as Palette;
  probe.remove();
  return found;
}

/** Nearer than this a map would suggest that more is known than a named place. */
export const MOST_ZOOM = 11;
/** Up to here places that lie close together are drawn as one. */
export const CLUSTERED_ZOOM = 7;
const CLUSTER_PX = 36;
/** The map draws letters with the browser's own fonts where a style names no server of glyphs; the first word gives the weight. */
const FONT = ["Regular", "Inter", "system-ui", "Segoe UI", "Noto Sans"];
const BOLD = ["Semibold", "Inter", "system-ui", "Segoe UI", "Noto Sans"];

const empty: GeoJSONSourceSpecification = { type: "geojson", data: { type: "FeatureCollection", features: [] } };
/** What lies on the ground is thinned as one sees it; a tile needs no finer net. */
const ground: GeoJSONSourceSpecification = { ...empty, maxzoom: 9, tolerance: 0.4, buffer: 16 };

export const SOURCES = {
  land: ground, water: ground, rivers: ground, borders: ground, disputed: ground, inner: ground, countries: empty, provinces: empty,
  asked: empty, rings: empty, together: empty, chosen: empty, held: empty,
  places: {
    ...empty, cluster: true, clusterRadius: CLUSTER_PX, clusterMaxZoom: CLUSTERED_ZOOM, maxzoom: MOST_ZOOM,
    clusterProperties: { rank: ["min", ["get", "rank"]] },
  },
} satisfies Record<string, GeoJSONSourceSpecification>;
export type SourceName = keyof typeof SOURCES;

const byZoom = (...stops: number[]): ExpressionSpecification => ["interpolate", ["linear"], ["zoom"], ...stops] as ExpressionSpecification;
/** Of the chosen place the ring lies in the same source as the point. */
const isArea: ExpressionSpecification = ["==", ["geometry-type"], "Polygon"];
export const isCluster: ExpressionSpecification = ["has", "point_count"];
/** Pixels from the middle of a cluster to its edge. */
export const clusterSize = (places: number): number => (places < 50 ? 11 + ((places - 2) * 5) / 48 : Math.min(22, 16 + ((places - 50) * 6) / 450));
/** Pixels from the middle of a dot to its edge: its area goes with the number of claims. */
export const dotSize = (claims: number): number => Math.min(20, 3.4 + 1.1 * Math.sqrt(claims));
const size: ExpressionSpecification = ["min", 20, ["+", 3.4, ["*", 1.1, ["sqrt", ["get", "claims"]]]]];

export function layersOf(ink: Palette): LayerSpecification[] {
  const halo = { "text-halo-color": ink.land, "text-halo-width": 1.4 };
  return [
    { id: "sea", type: "background", paint: { "background-color": ink.sea } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
    { id: "water", type: "fill", source: "water", minzoom: 3, paint: { "fill-color": ink.water } },
    { id: "rivers", type: "line", source: "rivers", minzoom: 4, maxzoom: 8, paint: { "line-color": ink.river, "line-width": byZoom(4, 0.5, 8, 1.4), "line-opacity": byZoom(6, 1, 8, 0) } },
    { id: "inner", type: "line", source: "inner", minzoom: 4, paint: { "line-color": ink.inner, "line-width": byZoom(4, 0.6, 9, 1.4) } },
    { id: "coast", type: "line", source: "land", paint: { "line-color": ink.coast, "line-width": byZoom(2, 0.6, 8, 1) } },
    { id: "borders", type: "line", source: "borders", layout: { "line-join": "round" }, paint: { "line-color": ink.border, "line-width": byZoom(2, 0.6, 6, 1.2, 10, 1.8) } },
    { id: "disputed", type: "line", source: "disputed", minzoom: 2, paint: { "line-color": ink.border, "line-width": byZoom(2, 0.7, 6, 1.3, 10, 1.8), "line-dasharray": [3, 2.4] } },
    { id: "asked", type: "line", source: "asked", paint: { "line-color": ink.focus, "line-width": 1.2, "line-opacity": 0.7 } },
    {
      id: "countries", type: "symbol", source: "countries", maxzoom: 8,
      filter: [">=", ["get", "size"], ["step", ["zoom"], 800, 2, 450, 3, 200, 4, 80, 5, 30, 6, 0]],
      layout: {
        "text-field": ["upcase", ["get", "name"]], "text-font": FONT, "text-letter-spacing": 0.16, "text-max-width": 7, "text-padding": 6,
        "text-size": byZoom(2, 9, 6, 13), "symbol-sort-key": ["-", 0, ["get", "size"]],
      },
      paint: { "text-color": ink.country, ...halo, "text-halo-width": 1 },
    },
    {
      id: "provinces", type: "symbol", source: "provinces", minzoom: 5, maxzoom: 10,
      filter: [">=", ["get", "size"], ["step", ["zoom"], 140, 6, 70, 7, 0]],
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 11, "text-max-width": 8, "symbol-sort-key": ["-", 0, ["get", "size"]] },
      paint: { "text-color": ink.country, "text-opacity": 0.85, ...halo },
    },
    { id: "rings", type: "line", source: "rings", paint: { "line-color": ink.ring, "line-opacity": 0.28, "line-width": 1 } },
    { id: "chosen-area", type: "fill", source: "chosen", filter: isArea, paint: { "fill-color": ink.focus, "fill-opacity": 0.08 } },
    { id: "chosen-ring", type: "line", source: "chosen", filter: isArea, paint: { "line-color": ink.focus, "line-width": 1.4 } },
    {
      id: "clusters", type: "circle", source: "places", filter: isCluster,
      paint: { "circle-color": ink.card, "circle-stroke-color": ink.dot, "circle-stroke-width": 1.6, "circle-radius": ["interpolate", ["linear"], ["get", "point_count"], 2, 11, 50, 16, 500, 22] },
    },
    {
      id: "places", type: "circle", source: "places", filter: ["!", isCluster],
      layout: { "circle-sort-key": ["get", "claims"] },
      paint: { "circle-color": ink.dot, "circle-opacity": 0.88, "circle-stroke-color": ink.land, "circle-stroke-width": 1.4, "circle-radius": size },
    },
    {
      id: "chosen", type: "circle", source: "chosen", filter: ["!", isArea],
      paint: { "circle-color": ink.dot, "circle-stroke-color": ink.focus, "circle-stroke-width": 3, "circle-radius": size },
    },
    // What comes later is put first, and finds its room: numbers, then names of places, then those of places together.
    {
      id: "together", type: "symbol", source: "together",
      layout: {
        "text-field": ["get", "name"], "text-font": BOLD, "text-size": 11, "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": ["get", "offset"], "text-justify": "auto", "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": ink.soft, ...halo },
    },
    {
      id: "names", type: "symbol", source: "places", filter: ["!", isCluster],
      layout: {
        "text-field": ["get", "name"], "text-font": BOLD, "text-size": byZoom(4, 11, 9, 13), "text-max-width": 9, "text-justify": "auto",
        "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": ["interpolate", ["linear"], ["get", "claims"], 1, 0.7, 200, 1.8],
        "text-optional": true, "symbol-sort-key": ["-", 0, ["get", "claims"]],
      },
      paint: { "text-color": ink.ink, ...halo },
    },
    {
      id: "cluster-counts", type: "symbol", source: "places", filter: isCluster,
      layout: { "text-field": ["get", "point_count_abbreviated"], "text-font": BOLD, "text-size": 11, "text-allow-overlap": true, "text-padding": 9 },
      paint: { "text-color": ink.ink },
    },
    {
      id: "chosen-name", type: "symbol", source: "chosen", filter: ["!", isArea],
      layout: { "text-field": ["get", "name"], "text-font": BOLD, "text-size": 13, "text-offset": [0, 1.6], "text-anchor": "top", "text-allow-overlap": true },
      paint: { "text-color": ink.ink, ...halo },
    },
    {
      id: "held", type: "symbol", source: "held",
      layout: {
        "icon-image": ["get", "symbol"], "icon-allow-overlap": true, "icon-size": byZoom(3, 0.72, 8, 0.95), "text-field": ["get", "name"], "text-font": BOLD, "text-size": 12,
        "text-optional": true, "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 1.1, "text-justify": "auto",
      },
      paint: { "text-color": ink.ink, ...halo },
    },
  ];
}

/** Layers of the one picture and of the other. */
export const PICTURES = {
  claims: ["rings", "chosen-area", "chosen-ring", "clusters", "places", "chosen", "together", "names", "cluster-counts", "chosen-name"],
  control: ["held"],
} as const;
export type Picture = keyof typeof PICTURES;

export function styleOf(ink: Palette): StyleSpecification {
  return { version: 8, sources: { ...SOURCES }, layers: layersOf(ink) };
}
