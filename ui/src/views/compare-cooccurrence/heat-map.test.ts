import { expect, it } from "vitest";

import type { CodePair, CodePairs } from "../../store/cooccurrence";
import { heatOf, shortName } from "./heat-map";

const code = (label: string): CodePairs["codes"][number] => ({ label, name: label, id: null, colour: null, units: 1 });
const pair = (first: string, second: string, c: number | null) =>
  ({ first, second, c, participants: 2 }) as CodePair;

it("shows the codes of the first pairs in the order of the codebook, each cell twice", () => {
  const found = heatOf({ codes: ["A", "B", "C"].map(code), pairs: [pair("C", "A", 0.4), pair("A", "B", 0.1)] }, 10);
  expect(found.labels).toEqual(["A", "B", "C"]);
  expect(found.greatest).toBe(0.4);
  expect(found.cells.map(({ row, column, strength }) => [row, column, strength])).toEqual([
    [2, 0, 1],
    [0, 2, 1],
    [0, 1, 0.25],
    [1, 0, 0.25],
  ]);
});

it("has no more codes than there is room for, and leaves out pairs with others", () => {
  const found = heatOf({ codes: ["A", "B", "C"].map(code), pairs: [pair("A", "B", 0.4), pair("B", "C", 0.9)] }, 2);
  expect(found.labels).toEqual(["A", "B"]);
  expect(found.cells).toHaveLength(2);
});

it("shows nothing where nothing meets, and no strength where none is defined", () => {
  expect(heatOf({ codes: [], pairs: [] }, 5)).toEqual({ labels: [], cells: [], greatest: 0 });
  const found = heatOf({ codes: ["A", "B"].map(code), pairs: [pair("A", "B", null)] }, 5);
  expect(found.cells.map(({ strength }) => strength)).toEqual([0, 0]);
});

it("calls a code by the last of its path", () => {
  expect(shortName("Relationships > Trust")).toBe("Trust");
});
