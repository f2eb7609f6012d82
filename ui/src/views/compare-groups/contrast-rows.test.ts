import { expect, it } from "vitest";

import type { ComparedCode } from "../../store/contrasts";
import { dotsOf, rowsOf } from "./contrast-rows";

const code = (label: string, z: number | null, log_odds: number | null, family: number | null = null): ComparedCode => ({
  label, name: label, id: null, colour: null, participants: [1, 2], passages: [1, 2], in_all: 3,
  contrasts: [{ said: 1, of: 5, said_against: 2, of_against: 6, difference: 0, log_odds, z, p: family, family }],
});

it("puts the codes that differ most first, and those without an answer last", () => {
  const codes = [code("a", 0.2, 0.1), code("b", null, null), code("c", -2, -1.5)];
  expect(rowsOf({ codes }, 0).map((row) => row.code.label)).toEqual(["c", "a", "b"]);
  expect(rowsOf({ codes }, 3)).toEqual([]);
});

it("draws a dot for each code that has log-odds, on a line around no difference", () => {
  const rows = rowsOf({ codes: [code("a", 1, 1, 0.01), code("b", null, null), code("c", -2, -2, 0.2)] }, 0);
  const { dots, greatest } = dotsOf(rows, 10);
  expect(greatest).toBe(2);
  expect(dots.map(({ label, at, isToldApart }) => [label, at, isToldApart])).toEqual([
    ["a", 0.75, true],
    ["c", 0, false],
  ]);
  expect(dotsOf(rows, 1).dots.map(({ label }) => label)).toEqual(["c"]);
  expect(dotsOf([], 5)).toEqual({ dots: [], greatest: 0.5 });
});
