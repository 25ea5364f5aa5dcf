import { expect, test } from "vitest";
import table from "../../basemap/points-of-view.json";
import { foldRows, type ViewRow } from "./pointsOfView";

const row = (id: string, name: string, others: string): ViewRow => ({ id, name, drawn: "as part of Ukraine", others, source: { name: "a resolution", url: "https://undocs.org/" } });

test("a row that refers to the one before is told with it, by its name unless it is named already", () => {
  const rows = [row("one", "Crimea and Sevastopol", "Others differ."), row("two", "Sevastopol", "As for Crimea."), row("three", "Donetsk", "Others differ."), row("four", "Luhansk", "As for Donetsk.")];
  expect(foldRows(rows).map(({ name }) => name)).toEqual(["Crimea and Sevastopol", "Donetsk; Luhansk"]);
});

test("no area of the table is lost", () => {
  const names = foldRows(table.rows).map(({ name }) => name).join("; ");
  for (const { name } of table.rows) expect(names).toContain(name);
  expect(names.match(/Sevastopol/g)).toHaveLength(1);
});
