import { describe, expect, test } from "vitest";
import { chipsOf, daysOf, inOrder, toggled, type Filters } from "./facets";
import type { FacetShape, OptionShape } from "./shapes";

const option = (value: string, chosen = false, count = 1): OptionShape => ({ value, label: value, count, chosen });

test("a month has its own last day", () => {
  expect(daysOf("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(daysOf("2025-11")).toEqual(["2025-11-01", "2025-11-30"]);
});

describe("picking an answer", () => {
  test("adds it to those of the same question, and goes back to the first page", () =>
    expect(toggled("kind", option("strike"), { kind: ["combat"] })).toEqual({ kind: ["combat", "strike"], after: null }));
  test("puts it back if it was picked", () =>
    expect(toggled("kind", option("strike", true), { kind: ["combat", "strike"] })).toEqual({ kind: ["combat"], after: null }));
  test("of a month sets two days, and takes both back", () => {
    const picked = toggled("published", option("2025-11"), {});
    expect(picked).toEqual({ published_from: "2025-11-01", published_to: "2025-11-30", after: null });
    const filters: Filters = { published_from: ["2025-11-01"], published_to: ["2025-11-30"] };
    expect(toggled("published", option("2025-11"), filters)).toEqual({ published_from: null, published_to: null, after: null });
  });
});

describe("the order of answers", () => {
  const facet = (name: string, options: OptionShape[]): FacetShape => ({ name, label: name, options, more: 0 });
  test("months go by date, the newest first, however many claims they have", () =>
    expect(inOrder(facet("published", [option("2024-12", false, 9), option("2025-11"), option("2025-02")]), {}).map((each) => each.value)).toEqual(["2025-11", "2025-02", "2024-12"]));
  test("what was picked comes first, the rest stays as it was", () =>
    expect(inOrder(facet("side", [option("russia"), option("us"), option("ukraine", true)]), {}).map((each) => each.value)).toEqual(["ukraine", "russia", "us"]));
});

describe("filters as chips", () => {
  const chips = (filters: Filters) => chipsOf(filters, (_, value) => value, (first, last) => `${first}–${last}`);
  test("each value is one, and takes out only itself", () =>
    expect(chips({ side: ["russia", "ukraine"] }).map((each) => [each.label, each.without])).toEqual([
      ["russia", { side: ["ukraine"], after: null }],
      ["ukraine", { side: ["russia"], after: null }],
    ]));
  test("two days are one", () =>
    expect(chips({ from: ["2025-11-01"], to: ["2025-11-30"] }).map((each) => [each.question, each.label, each.without])).toEqual([
      ["happened", "2025-11-01–2025-11-30", { from: null, to: null, after: null }],
    ]));
  test("the moment that one looks at is no filter", () => expect(chips({ at: ["12"] })).toEqual([]));
});
