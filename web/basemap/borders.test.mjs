// Which borders the map draws plain, which dashed and which not at all, asked of the built files.
import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import { describe, expect, test } from "vitest";
import { reportBasemap } from "../src/lib/basemap/report.ts";
import { bordersOf, disputedOf, isDisputed, landOf, namesOn } from "../src/lib/mapBorders.ts";

const world = JSON.parse(readFileSync(new URL("../public/basemap/world.json", import.meta.url), "utf8"));
const pieces = feature(world, world.objects.pieces).features.map(({ properties }) => properties);
const piece = (row) => pieces.find((each) => each.row === row) ?? expect.fail(`no piece ${row}`);
const country = (code) => pieces.find((each) => each.un === code && !each.row) ?? expect.fail(`no country ${code}`);

/** Does one of the lines pass within a few kilometres? */
function passes({ coordinates }, x, y, reach = 0.12) {
  return coordinates.some((line) =>
    line.some(([px = 0, py = 0], at) => {
      const [qx = px, qy = py] = line[at + 1] ?? [];
      const share = Math.max(0, Math.min(1, ((x - px) * (qx - px) + (y - py) * (qy - py)) / ((qx - px) ** 2 + (qy - py) ** 2 || 1)));
      return Math.hypot(px + share * (qx - px) - x, py + share * (qy - py) - y) < reach;
    }),
  );
}

describe("what is disputed", () => {
  test.each([
    ["crimea", "UA", true], ["golan", "IL", true], ["golan", "SY", true], ["golan", "JO", false], ["western-sahara", "MA", true], ["western-sahara", "DZ", false],
    ["kosovo", "RS", true], ["kosovo", "AL", false], ["abkhazia", "GE", true], ["abkhazia", "RU", false], ["gaza", "IL", true], ["gaza", "EG", false],
    ["somaliland", "SO", true], ["somaliland", "ET", false], ["kashmir", "IN", true], ["abyei", "SS", true],
  ])("%s towards %s: %s, in both points of view", (row, code, expected) => {
    expect([isDisputed(piece(row), country(code), "un"), isDisputed(country(code), piece(row), "ne")]).toEqual([expected, expected]);
  });

  test("the line through Western Sahara and the one around East Jerusalem are there only as Natural Earth draws them", () => {
    for (const [one, other] of [["western-sahara", "sahara-east"], ["east-jerusalem", "west-bank"]]) {
      expect([isDisputed(piece(one), piece(other), "un"), isDisputed(piece(one), piece(other), "ne")]).toEqual([false, true]);
    }
  });

  test("the Line of Control is dashed in both", () => {
    expect([isDisputed(piece("kashmir"), piece("kashmir-west"), "un"), isDisputed(piece("kashmir"), piece("kashmir-west"), "ne")]).toEqual([true, true]);
  });
});

describe("what is drawn", () => {
  const plain = { un: bordersOf(world, "un"), ne: bordersOf(world, "ne") };
  const dashed = { un: disputedOf(world, "un"), ne: disputedOf(world, "ne") };

  test.each([["Perekop, between Crimea and Kherson", 33.69, 46.15], ["the Green Line near Qalqilya", 34.97, 32.19], ["the parallel south of Tarfaya", -12.4, 27.66]])("%s is dashed and never plain", (_name, x, y) => {
    for (const view of ["un", "ne"]) expect([passes(dashed[view], x, y), passes(plain[view], x, y)]).toEqual([true, false]);
  });

  test.each([["the Polish border near Medyka", 22.93, 49.81], ["the Jordan at Jericho’s height, north of the West Bank", 35.57, 32.45]])("%s is plain", (_name, x, y) => {
    expect(passes(plain.un, x, y)).toBe(true);
  });

  test.each([["Bakhmut", 38.0, 48.59], ["Avdiivka", 37.74, 48.14], ["Popasna", 38.38, 48.63], ["Khankendi", 46.75, 39.82]])("no border passes %s: lines of contact are none", (_name, x, y) => {
    for (const view of ["un", "ne"]) expect(passes(plain[view], x, y, 0.05) || passes(dashed[view], x, y, 0.05)).toBe(false);
  });

  test("the small map has its land in one, and names, the largest first", () => {
    const names = namesOn(reportBasemap());
    expect(names[0]?.name).toBe("Russia");
    expect(names.map(({ name }) => name)).toContain("Palestine");
    expect(landOf(reportBasemap()).coordinates.length).toBeGreaterThan(100);
  });
});
