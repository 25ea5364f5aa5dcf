import { expect, test } from "vitest";
import { sayHeld, sayWhoSays, SYMBOLS, symbolOf } from "./mapSymbols";
import { tell } from "./start.svelte";
import type { WordsShape } from "./shapes";

tell({} as WordsShape, { russia: "a", ukraine: "b" });

test.each([[["russia"], "a"], [["ukraine"], "b"], [["m23"], "n"], [["russia", "ukraine"], "both"], [[], "nobody"]])("said to be held by %j is drawn as %s", (sides, expected) => {
  expect(symbolOf(sides)).toBe(expected);
});

test("words name every side", () => {
  expect(sayHeld(["russia", "ukraine"])).toBe("said to be held by both: Russia’s side and Ukraine’s side");
  expect(sayHeld(["a", "b", "c"])).toBe("said to be held by several: A’s side, B’s side and C’s side");
  expect(sayHeld([])).toBe("said to be held by no known side");
});

test("whose word it is, is told apart from who is said to hold it", () => {
  expect(sayWhoSays(["russia", "ukraine"], [])).toBe("said by Russia’s side and Ukraine’s side");
  expect(sayWhoSays(["russia"], ["ukraine"])).toBe("said by Russia’s side; denied by Ukraine’s side");
  expect(sayWhoSays([], ["ukraine"])).toBe("said by no known side; denied by Ukraine’s side");
});

test("no two symbols have the same shape: colour is not needed to tell them apart", () => {
  const shapes = Object.values(SYMBOLS).map((parts) => parts.map(({ path }) => path).join(" "));
  expect(new Set(shapes).size).toBe(shapes.length);
});
