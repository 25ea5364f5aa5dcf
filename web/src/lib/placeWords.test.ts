import { expect, test } from "vitest";
import { saySides } from "./placeWords";

test("sides are counted each for itself", () => expect(saySides({ russia: 3, ukraine: 2, "": 1 }, 6)).toBe("3 on the word of Russia’s side, 2 of Ukraine’s side, 1 of no side"));

test("what more than one side says is told, so that nobody adds the numbers up", () => {
  expect(saySides({ russia: 3, ukraine: 3, "": 1 }, 6)).toBe("3 on the word of Russia’s side, 3 of Ukraine’s side, 1 of no side, some of both");
  expect(saySides({ a: 2, b: 2, c: 2 }, 5)).toContain(", some of several");
});
