import { expect, it } from "vitest";

import type { Matrix } from "../../services/shapes";
import { ALL, figuresOf, smallNumbers } from "./figures";
import { shownRows } from "./shown-rows";

const member = (label: string, depth = 0) => ({ label, name: label, depth, id: null, colour: null });
const matrix: Matrix = {
  title: "",
  count: "participants",
  where: null,
  row_noun: "code",
  column_noun: "site",
  rows: [member("Trust"), member("Talk", 1), member("Care", 1), member("Money"), member("Dust")],
  columns: [member("A"), member("B")],
  cells: [[4, 2], [1, 0], [3, 2], [5, 8], [0, 0]],
  row_totals: [6, 1, 5, 12, 0],
  column_totals: [7, 9],
  total: 14,
  of: { total: 20, words: "of 20 interviewed", label: "of interviewed", rows: null, columns: [12, 10] },
  notes: [],
};
const labels = (...rest: [order: "given" | "name" | "total", hides: boolean]) =>
  shownRows(matrix, ...rest).map(({ label }) => label);

it("keeps the order of the codebook, with top codes marked where others lie below", () => {
  expect(labels("given", false)).toEqual(["Trust", "Talk", "Care", "Money", "Dust"]);
  expect(shownRows(matrix, "given", false).filter(({ isTop }) => isTop).length).toBe(3);
});

it("orders codes among their siblings, and they stay below their code", () => {
  expect(labels("name", false)).toEqual(["Dust", "Money", "Trust", "Care", "Talk"]);
  expect(labels("total", false)).toEqual(["Money", "Trust", "Care", "Talk", "Dust"]);
});

it("hides rows in which nothing is counted", () => {
  expect(labels("given", true)).toEqual(["Trust", "Talk", "Care", "Money"]);
});

it("sets each number against its column, and a total against all", () => {
  const at = figuresOf(matrix);
  expect(at(0, 0)).toEqual({ value: 4, of: 12, share: 4 / 12 });
  expect(at(0, ALL)).toEqual({ value: 6, of: 20, share: 0.3 });
  expect(at(ALL, 1)).toEqual({ value: 9, of: 10, share: 0.9 });
  expect(figuresOf({ ...matrix, count: "passages" })(3, 0)).toEqual({ value: 5, of: null, share: 5 / 8 });
});

it("warns of cells in which one or two people could be recognised", () => {
  expect(smallNumbers(matrix)).toEqual({ few: 3, isSmall: true });
  expect(smallNumbers({ ...matrix, count: "passages" })).toEqual({ few: 0, isSmall: false });
});
