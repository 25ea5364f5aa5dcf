/** The small basemap, for the report and for a browser without WebGL. It is in Mercator metres already. */
import type { Basemap } from "../mapBorders";
import told from "./report.topojson?raw";

let made: Basemap | null = null;

export function reportBasemap(): Basemap {
  made ??= JSON.parse(told) as Basemap;
  return made;
}
