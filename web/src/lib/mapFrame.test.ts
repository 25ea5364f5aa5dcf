import { geoDistance } from "d3-geo";
import { describe, expect, test } from "vitest";
import { boundsOf, circleOf, isWithin, mercator, readBounds, readEye, sayBounds, sayEye } from "./mapFrame";

test.each([[48.0, 37.8, 12], [0, 0, 500], [-33.9, 151.2, 2], [70, 25, 300], [52, 179.9, 40]])("around %d, %d all points of a circle of %d km are that far away", (lat, lon, radius_km) => {
  for (const [x, y] of circleOf({ lat, lon, radius_km })) expect(geoDistance([lon, lat], [x, y]) * 6371.0088).toBeCloseTo(radius_km, 3);
});

test("a circle is closed", () => {
  const circle = circleOf({ lat: 48, lon: 37, radius_km: 10 });
  expect(circle.at(-1)).toEqual(circle[0]);
});

test("Mercator knows the size of the Earth", () => {
  expect(mercator(0, 180)[0]).toBeCloseTo(20037508.34, 1);
  expect(mercator(85.05112878, 0)[1]).toBeLessThan(20037508.35);
});

describe("the eye", () => {
  test.each(["48.12,37.75,7.5", "-33.9,151.2,3", "0,0,0"])("%s is read as it is told", (told) => {
    const eye = readEye(told);
    expect(eye && sayEye(eye)).toBe(told);
  });
  test.each(["", "1,2", "1,2,3,4", "a,b,c", "91,0,3", "0,181,3", "0,0,99", "1,,3x"])("%j is no eye", (told) => {
    expect(readEye(told)).toBeNull();
  });
});

describe("bounds", () => {
  test("what was seen lies within what is asked for", () => {
    const seen = [37.123456, 47.98765, 38.76543, 48.111111] as const;
    const asked = readBounds(sayBounds(seen));
    expect(asked).toEqual([37.12, 47.98, 38.77, 48.12]);
  });
  test("a box over the 180th meridian has both its ends", () => {
    expect(isWithin({ lat: 0, lon: 179 }, [170, -10, -170, 10])).toBe(true);
    expect(isWithin({ lat: 0, lon: 0 }, [170, -10, -170, 10])).toBe(false);
  });
  test("one far place does not make the others small", () => {
    const near = Array.from({ length: 40 }, (_, at) => ({ lat: 48 + at / 100, lon: 37, radius_km: 1, claims: 5 }));
    const [, south, , north] = boundsOf([...near, { lat: -30, lon: 150, radius_km: 1, claims: 1 }]) ?? [0, 0, 0, 0];
    expect([south, north].every((each) => each >= 48 && each < 49)).toBe(true);
    expect(boundsOf([])).toBeNull();
  });
});
