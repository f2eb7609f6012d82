import { expect, it } from "vitest";

import type { FrameWhole } from "../../services/shapes";
import { CASE, columnsOf, fewColumns, ordered, shownCell, shownNumber } from "./figures";

const column = (name: string, values: (number | string | null)[]) => ({
  name,
  type: "number",
  is_number: true,
  unit: null,
  source: null,
  date: null,
  definition: null,
  values,
});
const FRAME: FrameWhole = {
  id: "f",
  name: "Trees",
  description: null,
  unit: null,
  citation: null,
  cases: ["Fir", "Ash", "Elm"].map((label) => ({ id: label, label })),
  characteristics: [column("height", [null, 20, 10])],
  groupings: [],
};
const names = (places: number[]) => places.map((place) => FRAME.cases[place]?.label);

it("puts cases without a value last, whichever way they are ordered", () => {
  expect(names(ordered(FRAME, { by: "height", isDown: false }))).toEqual(["Elm", "Ash", "Fir"]);
  expect(names(ordered(FRAME, { by: "height", isDown: true }))).toEqual(["Ash", "Elm", "Fir"]);
  expect(names(ordered(FRAME, { by: CASE, isDown: false }))).toEqual(["Ash", "Elm", "Fir"]);
  expect(names(ordered(FRAME, { by: null, isDown: false }))).toEqual(["Fir", "Ash", "Elm"]);
});

it("writes numbers as people read them", () => {
  expect(shownNumber(17.93456, "en")).toBe("17.93");
  expect(shownNumber(1712345.4, "en")).toBe("1,712,345");
  const words = { yes: "yes", no: "no" };
  expect([null, true, "North"].map((value) => shownCell(value, words, "en"))).toEqual(["", "yes", "North"]);
});

it("shows what the cases are grouped by first, and as many others as there is room for", () => {
  const names = "abcdefgh".split("");
  const grouping = {
    name: "h group", characteristic: "h", rule: "rank" as const, first: "lowest" as const, groups: [], cut_points: [],
    of_case: [], tied: [], missing: [], problem: null,
  };
  const frame = { ...FRAME, characteristics: names.map((name) => column(name, [])), groupings: [grouping] };
  const few = fewColumns(columnsOf(frame));
  expect(few.map((each) => (each.is === "value" ? each.column.name : each.grouping.name))).toEqual([
    "a", "b", "c", "h", "h group",
  ]);
  expect(fewColumns(columnsOf(FRAME))).toHaveLength(1);
});
