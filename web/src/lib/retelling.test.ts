import { expect, it } from "vitest";
import { listRetold } from "./retelling";
import type { CardShape, ChangeShape, EventPageShape, QuantityShape } from "./shapes";

function card(text: string, start: number, about: Partial<CardShape> = {}): CardShape {
  return { text, start, end: start + Array.from(text).length, origins: [], quantities: [], places: [], certainty: "certain", ...about } as CardShape;
}

function page(cards: Record<string, CardShape>, ...changes: ChangeShape[]): EventPageShape {
  return { event: { changes }, cards } as unknown as EventPageShape;
}

it("puts both wordings side by side, with all that changed between them", () => {
  const told = page(
    { a: card("it may have been captured", 10, { origins: ["a soldier"] }), b: card("it was captured", 0) },
    { kind: "attribution-dropped", earlier: "a", later: "b", because: "" }, { kind: "certainty-raised", earlier: "a", later: "b", because: "" },
  );
  const [one, ...more] = listRetold(told);
  expect(more).toEqual([]);
  expect(one?.kinds).toEqual(["attribution-dropped", "certainty-raised"]);
  expect(one?.before.notes[0]).toBe("on the word of a soldier");
  expect(one?.after.notes[0]).toBe("in its own voice");
});

it("marks the number that grew, counted in code points", () => {
  const number = { text: "17", start: 107, end: 109, value: 17 } as QuantityShape;
  const told = page({ a: card("𝕏 🚀 то 12", 0), b: card("𝕏 🚀 то 17 убиты", 100, { quantities: [number] }) }, { kind: "number-grown", earlier: "a", later: "b", because: "" });
  expect(listRetold(told)[0]?.after.pieces.filter((piece) => piece.isMarked).map((piece) => piece.text)).toEqual(["17"]);
});

it("tells in the ledger's words what it has no card of", () => {
  const [one] = listRetold(page({ a: card("x", 0) }, { kind: "place-moved", earlier: "a", later: "gone", because: "“Kyiv” became “Lviv”" }));
  expect(one?.after.card).toBeNull();
  expect(one?.because).toEqual(["“Kyiv” became “Lviv”"]);
});
