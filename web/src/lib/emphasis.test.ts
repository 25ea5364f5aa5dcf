import { expect, it } from "vitest";
import { emphasise } from "./emphasis";

const strong = (sentence: string, names: string[] = []): string[] =>
  emphasise(sentence, names).filter((piece) => piece.sort !== "plain").map((piece) => piece.words);

it.each([
  ["5 publishers, but one line by way of Front Diary, say so.", ["one line", "Front Diary"]],
  ["Russia's side says so (2 independent lines); Ukraine's side denies it (1 independent line).", ["2 independent lines", "1 independent line"]],
  ["Only news outlets' own voice or sources that nobody names say so.", []],
])("the number of lines and the bottleneck stand out: %s", (sentence, found) => {
  expect(strong(sentence, ["Front Diary"])).toEqual(found);
});

it.each(["a.*b", "[", "\\", "x|y", "(?", "", " ", "한국", "👩‍🌾 (канал)"])("a name is taken as it stands: %s", (name) => {
  const sentence = `All pass through ${name}, one line.`;
  const pieces = emphasise(sentence, [name]);
  expect(pieces.map((piece) => piece.words).join("")).toBe(sentence);
  expect(pieces.filter((piece) => piece.sort === "name").map((piece) => piece.words)).toEqual(name.trim() ? [name] : []);
});
