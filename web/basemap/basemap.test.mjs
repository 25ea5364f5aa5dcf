// Asks the built files, not the rules they were built by.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { feature, mesh } from "topojson-client";
import { describe, expect, test } from "vitest";

const HERE = import.meta.dirname;
const read = (path) => JSON.parse(readFileSync(resolve(HERE, path), "utf8"));
const table = read("points-of-view.json");
const world = read("../public/basemap/world.json");
const pieces = feature(world, world.objects.pieces).features;

function isInRing(ring, x, y) {
  let inside = false;
  for (let at = 0, last = ring.length - 1; at < ring.length; last = at++) {
    const [[px, py], [qx, qy]] = [ring[at], ring[last]];
    if (py > y !== qy > y && x < ((qx - px) * (y - py)) / (qy - py) + px) inside = !inside;
  }
  return inside;
}

function piecesAt([x, y]) {
  return pieces.filter(({ geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : (geometry.coordinates ?? []);
    return polygons.some((rings) => rings.reduce((inside, ring) => inside !== isInRing(ring, x, y), false));
  });
}

describe("points of view", () => {
  test.each(table.rows.map((row) => [row.name, row.place, row]))("%s: %s", (_name, _place, row) => {
    const found = piecesAt(row.point).map(({ properties: { un, ne } }) => ({ un, ne }));
    expect(found).toEqual([{ un: row.un, ne: row.ne }]);
  });

  test.each([
    ["Kyiv", [30.5, 50.45], "UA"], ["Rostov", [39.7, 47.3], "RU"], ["Beirut", [35.53, 33.86], "LB"], ["Jerusalem, the west", [35.19, 31.775], "IL"],
    ["Tiberias", [35.5, 32.79], "IL"], ["Damascus", [36.3, 33.5], "SY"], ["Khartoum", [32.5, 15.5], "SD"], ["Juba", [31.6, 4.85], "SS"],
    ["Goma", [29.2, -1.6], "CD"], ["Akrotiri", [32.95, 34.6], "GB"], ["Nicosia, the south", [33.35, 35.1], "CY"], ["Agadir", [-9.3, 30.3], "MA"],
    ["Delhi", [77.2, 28.6], "IN"], ["Lahore", [74.3, 31.5], "PK"], ["Baikonur", [63.3, 45.9], "KZ"], ["Chișinău", [28.85, 47.0], "MD"],
    ["Gori", [44.1, 41.97], "GE"], ["Belgrade", [20.4, 44.7], "RS"], ["Yerevan", [44.5, 40.2], "AM"], ["Mogadishu", [45.3, 2.08], "SO"],
  ])("%s is where nobody disputes it", (_name, point, country) => {
    expect(piecesAt(point).map(({ properties }) => [properties.un, properties.ne, properties.row])).toEqual([[country, country, undefined]]);
  });

  test("every row says how it is drawn, how else, and on what ground", () => {
    for (const row of table.rows) {
      expect(row.drawn && row.others && row.source.name, row.name).toBeTruthy();
      expect(new URL(row.source.url).protocol, row.name).toBe("https:");
    }
    expect(new Set(table.rows.map(({ id }) => id)).size).toBe(table.rows.length);
  });

  test("a row that names provinces or cuts has a piece of its own", () => {
    const drawn = new Set(pieces.map(({ properties }) => properties.row));
    for (const row of table.rows) if (row.adm1 ?? row.cut ?? row.prefix) expect(drawn, row.name).toContain(row.id);
  });

  test("no line of contact is among the disputed borders", () => {
    const claims = world.objects.lines.geometries.map(({ properties }) => properties.claim);
    expect(claims).not.toHaveLength(0);
    expect(claims.filter((claim) => /Ukrainian|Ceasefire|oblast/.test(claim))).toEqual([]);
  });
});

describe("sizes", () => {
  test.each([
    [["world.json", "provinces.json", "water.json", "countries.json"].map((name) => `../public/basemap/${name}`), 2.5e6],
    [["../src/lib/basemap/report.topojson"], 180e3],
  ])("%j stay below %d bytes", (paths, most) => {
    expect(paths.reduce((sum, path) => sum + statSync(resolve(HERE, path)).size, 0)).toBeLessThan(most);
  });
});

describe("the report's map", () => {
  const report = read("../src/lib/basemap/report.topojson");

  test("it is in Mercator metres, and holds all countries that the world has", () => {
    expect(report.objects.pieces.geometries.length).toBeGreaterThan(200);
    const { coordinates } = mesh(report, report.objects.pieces);
    for (const [x, y] of coordinates.flat()) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(20_037_509);
  });

  test("Crimea, Gaza and the Golan are not lost in the thinning", () => {
    const kept = new Set(report.objects.pieces.geometries.filter(({ arcs }) => arcs?.length).map(({ properties }) => properties.row));
    for (const row of ["crimea", "gaza", "golan", "west-bank", "transnistria"]) expect(kept).toContain(row);
  });
});
