/** Roads, out of a PMTiles file that the user gave: nothing else of it is drawn. Loaded only where there is one. */
import { layers, namedFlavor } from "@protomaps/basemaps";
import { addProtocol, type LayerSpecification, type Map as Canvas } from "maplibre-gl";
import { Protocol } from "pmtiles";

const ADDRESS = "/roads.pmtiles";
const ROADS = "roads";

export function addRoads(map: Canvas, colour: string, before: string): void {
  if (map.getSource(ROADS)) return;
  addProtocol("pmtiles", new Protocol().tile);
  map.addSource(ROADS, { type: "vector", url: `pmtiles://${location.origin}${ADDRESS}` });
  for (const layer of layers(ROADS, namedFlavor("white")) as LayerSpecification[]) {
    if (layer.type !== "line" || layer["source-layer"] !== ROADS || layer.id.includes("casing")) continue;
    map.addLayer({ ...layer, id: `${ROADS}-${layer.id}`, paint: { ...layer.paint, "line-color": colour } }, before);
  }
}
