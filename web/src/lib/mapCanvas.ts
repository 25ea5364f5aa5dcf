/** The map on WebGL: what is given to it is drawn, and what one does with it is told. It is a chunk of its own, loaded when a map is shown. */
import type { Feature, FeatureCollection, GeoJSON, Point, Polygon } from "geojson";
import { Map as Canvas, setWorkerUrl, type GeoJSONSource, type LngLatBoundsLike, type MapGeoJSONFeature, type PointLike } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { asFeature, bordersOf, disputedOf, landOf, type View } from "./mapBorders";
import { circleOf, type Bounds, type Eye, type Spot } from "./mapFrame";
import { fetchCountries, fetchProvinces, fetchWater, fetchWorld } from "./mapGround";
import { CLUSTERED_ZOOM, clusterSize, dotSize, isCluster, layersOf, MOST_ZOOM, paletteOf, PICTURES, styleOf, type Picture, type SourceName } from "./mapStyle";
import { drawSymbol, SYMBOLS, symbolOf, type SymbolName } from "./mapSymbols";
import type { HeldByShape, PointShape } from "./shapes";

setWorkerUrl(workerUrl);

export interface Hovered {
  id: string;
  x: number;
  y: number;
}

export interface CanvasEvents {
  onmove: (eye: Eye, bounds: Bounds, isByHand: boolean) => void;
  onpick: (id: string | null) => void;
  onhover: (hovered: Hovered | null) => void;
  onfail: (message: string) => void;
}

/** Provinces are loaded when one looks near enough to see them. */
const PROVINCES_ZOOM = 4;
const MOST_NAMED = 24;
const MOST_RINGS = 150;
/** Wider ones are drawn of the chosen place only: of many they would cover the map. */
const WIDEST_RING_PX = 360;
const NEAR_PX = 5;
/** Names fade in even where things are to stay still: nothing moves by that, and without it all names would be placed anew in every frame. */
const FADE_MS = 200;
/** The size of a cluster's name. */
const LABEL_PX = 11;
const PADDING_PX = 56;
const FITTED_ZOOM = 8;
const PIXEL_RATIO = 2;
const TILE_PX = 512;
const EARTH_KM = 40_075;
const PICKED = ["clusters", "places", "held"];

export class MapCanvas {
  readonly #map: Canvas;
  readonly #ready: Promise<void>;
  #points: readonly PointShape[] = [];
  readonly #given = new Set<SourceName>();
  #ringed = "";
  #named = "";
  #hasProvinces = false;
  #picture: Picture = "claims";

  constructor(readonly container: HTMLElement, begin: Eye | null, readonly events: CanvasEvents) {
    this.#map = new Canvas({
      container, style: styleOf(paletteOf(container)), maxZoom: MOST_ZOOM, minZoom: 0.8, attributionControl: false, renderWorldCopies: false,
      dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: FADE_MS,
      center: begin ? [begin.lon, begin.lat] : [20, 30], zoom: begin?.zoom ?? 1.4,
      locale: { "Map.Title": "Map of the places that claims name" },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#ready = new Promise((resolve) => void this.#map.once("style.load", () => resolve()));
    this.#map.on("error", ({ error }) => events.onfail(error.message));
    this.#map.on("moveend", (event) => this.#moved(!("isFit" in event)));
    this.#map.on("idle", () => this.#rest());
    this.#map.on("click", ({ point }) => void this.#pick(point));
    this.#map.on("mousemove", ({ point }) => this.#hover(point));
    this.#map.on("mouseout", () => events.onhover(null));
    void this.#ready.then(() => {
      this.#addSymbols();
      this.#moved(false);
    });
  }

  async showGround(view: View): Promise<void> {
    const [world, countries] = await Promise.all([fetchWorld(), fetchCountries()]);
    await this.#ready;
    this.#set("land", asFeature(landOf(world)));
    this.#set("borders", asFeature(bordersOf(world, view)));
    this.#set("disputed", asFeature(disputedOf(world, view)));
    this.#set("countries", countries);
    const { lakes, rivers } = await fetchWater();
    this.#set("water", lakes);
    this.#set("rivers", rivers);
  }

  async showPlaces(points: readonly PointShape[]): Promise<void> {
    this.#points = points;
    await this.#ready;
    this.#set("places", collect(points, ({ id, name, claims }, rank) => ({ id, name, claims, rank })));
    this.#ringed = this.#named = "";
  }

  async showHeld(places: readonly HeldByShape[]): Promise<void> {
    await this.#ready;
    this.#set("held", collect(places, ({ id, name, held_by }) => ({ id, name, symbol: symbolOf(held_by) })));
  }

  async showChosen(place: PointShape | null): Promise<void> {
    await this.#ready;
    this.#map.setFilter("names", ["all", ["!", isCluster], ["!=", ["get", "id"], place?.id ?? ""]]);
    const { features } = collect(place ? [place] : [], ({ id, name, claims }) => ({ id, name, claims }));
    this.#set("chosen", { type: "FeatureCollection", features: [...features, ...(place?.radius_km ? [areaOf(place)] : [])] });
  }

  /** The part of the map that is searched, as a frame. */
  async showAsked(bounds: Bounds | null): Promise<void> {
    await this.#ready;
    this.#set("asked", bounds ? frameOf(bounds) : nothing);
  }

  async showPicture(picture: Picture): Promise<void> {
    this.#picture = picture;
    await this.#ready;
    for (const [name, layers] of Object.entries(PICTURES)) {
      for (const layer of layers) this.#map.setLayoutProperty(layer, "visibility", name === picture ? "visible" : "none");
    }
  }

  async showRoads(): Promise<void> {
    const { addRoads } = await import("./mapRoads");
    await this.#ready;
    addRoads(this.#map, paletteOf(this.container).road, "borders");
  }

  /** Take the colours that the page has now. */
  async recolour(): Promise<void> {
    await this.#ready;
    const palette = paletteOf(this.container);
    for (const { id, paint } of layersOf(palette)) {
      for (const [name, value] of Object.entries(paint ?? {})) this.#map.setPaintProperty(id, name as "fill-color", value as string);
    }
    this.#addSymbols();
  }

  zoom(by: number): void {
    this.#map.zoomTo(this.#map.getZoom() + by, this.#animation);
  }

  show([west, south, east, north]: Bounds): void {
    const box: LngLatBoundsLike = [[west, south], [east < west ? east + 360 : east, north]];
    this.#map.fitBounds(box, { padding: PADDING_PX, maxZoom: FITTED_ZOOM, ...this.#animation }, { isFit: true });
  }

  goTo({ lat, lon, zoom }: Eye): void {
    this.#map.easeTo({ center: [lon, lat], zoom, ...this.#animation });
  }

  get eye(): Eye {
    const { lat, lng } = this.#map.getCenter();
    return { lat, lon: lng, zoom: this.#map.getZoom() };
  }

  get bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  remove(): void {
    this.#map.remove();
  }

  get #animation(): { animate: boolean; duration: number } {
    return { animate: !isStill(), duration: 350 };
  }

  /** All that was given is drawn: `data-drawn` says so, to whoever waits for it. */
  #rest(): void {
    if (this.#picture === "claims") {
      this.#drawRings();
      this.#nameTogether();
    }
    if (this.#given.has("land") && this.#given.has("places")) this.container.dataset.drawn = String(this.#points.length);
  }

  #set(source: SourceName, data: GeoJSON): void {
    this.#given.add(source);
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #addSymbols(): void {
    const { a, b, n, soft, card } = paletteOf(this.container);
    for (const name of Object.keys(SYMBOLS) as SymbolName[]) {
      const image = drawSymbol(name, { a, b, n, soft, card }, PIXEL_RATIO);
      if (!image) continue;
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image);
      else this.#map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
    }
  }

  #moved(isByHand: boolean): void {
    if (this.#map.getZoom() >= PROVINCES_ZOOM && !this.#hasProvinces) void this.#addProvinces();
    this.events.onmove(this.eye, this.bounds, isByHand);
  }

  async #addProvinces(): Promise<void> {
    this.#hasProvinces = true;
    const { borders, names } = await fetchProvinces();
    await this.#ready;
    this.#set("inner", asFeature(borders));
    this.#set("provinces", names);
  }

  /** Rings of the places that stand alone, and only where they are wider than their dot. */
  #drawRings(): void {
    const [west, south, east, north] = this.bounds;
    const zoom = this.#map.getZoom();
    const alone = zoom < CLUSTERED_ZOOM + 1 ? new Set(this.#at(undefined, ["places"]).map(({ properties }) => String(properties.id))) : null;
    const ringed = this.#points
      .filter(({ id, lat, lon, radius_km, claims }) => {
        const width_px = ((radius_km ?? 0) * 2 * TILE_PX * 2 ** zoom) / (EARTH_KM * Math.cos((lat * Math.PI) / 180));
        const reach = (radius_km ?? 0) / 60;
        const isNear = lat > south - reach && lat < north + reach && lon > west - reach * 2 && lon < east + reach * 2;
        return isNear && width_px > 2 * dotSize(claims) + 4 && width_px < WIDEST_RING_PX && (alone?.has(id) ?? true);
      })
      .slice(0, MOST_RINGS);
    const key = ringed.map(({ id }) => id).join(" ");
    if (key === this.#ringed) return;
    this.#ringed = key;
    this.#set("rings", { type: "FeatureCollection", features: ringed.map(areaOf) });
  }

  /** Places that are drawn as one bear the name of the one that is named most: "Pokrovsk + 19". */
  #nameTogether(): void {
    const found = new Map(this.#at(undefined, ["clusters"]).map((each) => [each.properties.cluster_id as number, each]));
    const clusters = new Map([...found].sort(([, one], [, other]) => one.properties.rank - other.properties.rank).slice(0, MOST_NAMED));
    const key = [...clusters.keys()].join(" ");
    if (key === this.#named) return;
    this.#named = key;
    const features = [...clusters.values()].flatMap(({ properties, geometry }): Feature<Point>[] => {
      const { rank, point_count: number } = properties as { rank: number; point_count: number };
      const most = this.#points[rank];
      const offset = (clusterSize(number) + 5) / LABEL_PX;
      return most ? [{ type: "Feature", properties: { name: `${most.name} + ${number - 1}`, rank, offset }, geometry: geometry as Point }] : [];
    });
    this.#set("together", { type: "FeatureCollection", features });
  }

  #at(point?: { x: number; y: number }, layers = PICKED): MapGeoJSONFeature[] {
    const box: [PointLike, PointLike] | undefined = point && [[point.x - NEAR_PX, point.y - NEAR_PX], [point.x + NEAR_PX, point.y + NEAR_PX]];
    return box ? this.#map.queryRenderedFeatures(box, { layers }) : this.#map.queryRenderedFeatures({ layers });
  }

  async #pick(point: { x: number; y: number }): Promise<void> {
    const [feature] = this.#at(point);
    if (!feature) return this.events.onpick(null);
    const { cluster_id: cluster, id } = feature.properties as { cluster_id?: number; id?: string };
    if (cluster === undefined) return this.events.onpick(id ?? null);
    const zoom = await this.#map.getSource<GeoJSONSource>("places")?.getClusterExpansionZoom(cluster);
    const [lon = 0, lat = 0] = (feature.geometry as Point).coordinates;
    this.#map.easeTo({ center: [lon, lat], zoom: Math.min(MOST_ZOOM, (zoom ?? this.#map.getZoom() + 1) + 0.2), ...this.#animation });
  }

  #hover(point: { x: number; y: number }): void {
    const [feature] = this.#at(point);
    this.#map.getCanvas().style.cursor = feature ? "pointer" : "";
    const id = (feature?.properties as { id?: string } | undefined)?.id;
    this.events.onhover(id ? { id, x: point.x, y: point.y } : null);
  }
}

/** Does the user want things to stay still? */
function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

const nothing: FeatureCollection = { type: "FeatureCollection", features: [] };

function collect<T extends Spot>(places: readonly T[], tell: (place: T, at: number) => Record<string, string | number>): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: places.map((place, at) => ({ type: "Feature", properties: tell(place, at), geometry: { type: "Point", coordinates: [place.lon, place.lat] } })),
  };
}

function areaOf(place: Spot): Feature<Polygon> {
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [circleOf(place)] } };
}

function frameOf([west, south, east, north]: Bounds): GeoJSON {
  const right = east < west ? east + 360 : east;
  return { type: "LineString", coordinates: [[west, south], [right, south], [right, north], [west, north], [west, south]] };
}

export function hasWebGl(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}
