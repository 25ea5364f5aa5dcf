import { describe, expect, test } from "vitest";
import { classesOf, cut, findBlocks, type Mark, type Role } from "./segments";
import { CodePoints } from "./text";

const mark = (start: number, end: number, role: Role = "claim", claim = "one", side: string | null = null): Mark => ({ start, end, role, claim, side });
const words = (text: string, marks: Mark[]): string[][] => cut(new CodePoints(text), marks).map((block) => block.segments.map((each) => each.text));

describe("cutting", () => {
  test("without marks a paragraph is one segment", () => expect(words("All is quiet.", [])).toEqual([["All is quiet."]]));
  test("spans that overlap are cut at every edge", () => {
    const blocks = cut(new CodePoints("abcdef"), [mark(0, 4, "claim", "one"), mark(2, 6, "claim", "two")]);
    expect(blocks[0]?.segments.map((each) => [each.text, each.marks.map((one) => one.claim)])).toEqual([
      ["ab", ["one"]], ["cd", ["one", "two"]], ["ef", ["two"]],
    ]);
  });
  test("spans that nest are cut too", () => {
    expect(words("The fall of Siversk opens the road", [mark(0, 34), mark(0, 19, "claim", "two"), mark(12, 19, "place")])).toEqual([
      ["The fall of ", "Siversk", " opens the road"],
    ]);
  });
  test("a claim begins where its words do, once", () => {
    const [block] = cut(new CodePoints("abcdef"), [mark(2, 6), mark(3, 4, "place")]);
    expect(block?.segments.map((each) => each.begins)).toEqual([[], ["one"], [], []]);
  });
  test("offsets count code points", () => expect(words("🌊🌊 dam", [mark(3, 6)])).toEqual([["🌊🌊 ", "dam"]]));
  test("a span over two paragraphs goes on in the second", () => {
    const blocks = cut(new CodePoints("one two\n\nthree four"), [mark(4, 14)]);
    expect(blocks.map((block) => block.segments.map((each) => [each.text, each.marks.length]))).toEqual([
      [["one ", 0], ["two", 1]],
      [["three", 1], [" four", 0]],
    ]);
  });
  test("nothing of a paragraph is lost or told twice, whatever the marks", () => {
    const text = "a🌊b cd\n\n\n  ef gh\nij\n\n";
    const length = new CodePoints(text).length;
    for (let start = 0; start < length; start += 1) {
      for (let end = start + 1; end <= length; end += 1) {
        expect(words(text, [mark(start, end), mark(2, 9, "cue"), mark(3, 12, "place")]).map((each) => each.join(""))).toEqual(["a🌊b cd", "  ef gh\nij"]);
      }
    }
  });
});

test("empty lines part paragraphs, single ones do not", () => {
  expect(findBlocks(new CodePoints("\n\na\nb\n \nc"))).toEqual([{ start: 2, end: 5 }, { start: 8, end: 9 }]);
});

test("a segment bears each role once and the colour of its innermost source; words of a flag show nothing", () => {
  const [block] = cut(new CodePoints("abc"), [mark(0, 3, "source", "one", "ukraine"), mark(0, 3, "source", "two", "russia"), mark(0, 3, "words")]);
  const [segment] = block?.segments ?? [];
  expect(segment && classesOf(segment, (side) => (side === "russia" ? "b" : "a"))).toBe("source b");
});
