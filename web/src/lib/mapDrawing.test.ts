import { describe, expect, test } from "vitest";
import { fitted, marksOf, namesOf, pixel, ringOf, scaleBar, shifted, zoomed, type MapPlace } from "./mapDrawing";
import { mercator } from "./mapFrame";

const place = (number: number, lat: number, lon: number, name = `Town ${number}`): MapPlace => ({ id: String(number), number, name, lat, lon, radius_km: 5 });

describe("the frame", () => {
  const frame = fitted([place(1, 48, 37), place(2, 50, 36)], 660, 400);
  test("every place lies within it, with room around", () => {
    for (const [lat, lon] of [[48, 37], [50, 36]] as const) {
      const [x, y] = pixel(frame, mercator(lat, lon));
      expect(x > 30 && x < 630 && y > 30 && y < 370).toBe(true);
    }
  });
  test("one place alone is not shown nearer than it is known", () => {
    expect(scaleBar(fitted([place(1, 48, 37)], 660, 400)).km).toBeGreaterThanOrEqual(10);
  });
  test("without a place it is the world", () => {
    expect(fitted([], 660, 400).scale).toBeCloseTo(660 / (2 * Math.PI * 6378137), 12);
  });
  test("shifting moves what is drawn as the hand moved, and zooming keeps the middle", () => {
    const [x, y] = pixel(frame, mercator(48, 37));
    const [right, down] = pixel(shifted(frame, 30, -20), mercator(48, 37));
    expect([right - x, down - y]).toEqual([expect.closeTo(30, 6), expect.closeTo(-20, 6)]);
    expect(zoomed(frame, 2)).toMatchObject({ x: frame.x, y: frame.y });
    expect(zoomed(frame, 1e9).scale).toBe(1 / 120);
  });
});

test("a ring has its true width on the ground", () => {
  const frame = fitted([place(1, 60, 30)], 660, 400);
  const xs = ringOf(frame, { lat: 60, lon: 30, radius_km: 20 }).slice(1, -1).split("L").map((each) => Number(each.split(",")[0]));
  const { km, width } = scaleBar(frame);
  expect((Math.max(...xs) - Math.min(...xs)) / (width / km)).toBeCloseTo(40, 0);
});

describe("marks and names", () => {
  test("what is said of one point shares a mark, and says how many there are", () => {
    const marks = marksOf(fitted([], 660, 400), [1, 2, 3, 4, 5].map((number) => place(number, 48, 37)).concat(place(6, 50, 36)));
    expect(marks.map(({ words }) => words)).toEqual(["1, 2, 3 +2", "6"]);
  });

  test("no name covers another, nor a mark, nor leaves the frame", () => {
    const places = Array.from({ length: 60 }, (_, at) => place(at, 47 + (at % 8) / 9, 36 + Math.floor(at / 8) / 7, `A town of some name ${at}`));
    const frame = fitted(places, 660, 400);
    const marks = marksOf(frame, places);
    const boxes = namesOf(frame, marks, []).places.map(({ x, y, anchor, words }) => {
      const wide = words.length * 6.7;
      const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
      return { left, right: left + wide, top: y - 11, bottom: y + 4 };
    });
    expect(boxes.length).toBeGreaterThan(3);
    for (const [at, box] of boxes.entries()) {
      expect(box.left >= 0 && box.right <= 660 && box.top >= 0 && box.bottom <= 400).toBe(true);
      for (const other of boxes.slice(at + 1)) expect(box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom).toBe(true);
      for (const mark of marks) expect(box.right < mark.x - mark.half || box.left > mark.x + mark.half || box.bottom < mark.y - 9 || box.top > mark.y + 9).toBe(true);
    }
  });
});
