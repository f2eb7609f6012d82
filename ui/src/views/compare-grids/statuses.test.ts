import { expect, it } from "vitest";

import type { GridRow, JudgementRow } from "../../services/shapes/synthesis-chart";
import { countsOf, lookOf } from "./statuses";

const grid = {
  case_kind: "site",
  statuses: [
    { key: "aligned", name: "aligned", on_scale: true },
    { key: "partly", name: "partly aligned", on_scale: true },
    { key: "misaligned", name: "misaligned", on_scale: true },
    { key: "no-evidence", name: "no evidence", on_scale: false },
  ],
} as unknown as GridRow;
const judged = (status: string, of: string) => ({ status, case: of }) as unknown as JudgementRow;

it("never shows no evidence as a place in the order", () => {
  expect(lookOf(grid, "aligned")).toBe("first");
  expect(lookOf(grid, "misaligned")).toBe("last");
  expect(lookOf(grid, "no-evidence")).toBe("beside");
});

it("counts cases by status, and those that nobody judged apart from no evidence", () => {
  const { counts, open } = countsOf(
    grid,
    [judged("aligned", "a"), judged("aligned", "a"), judged("no-evidence", "b")],
    4,
  );
  expect(counts.map(({ name, count }) => [name, count])).toEqual([
    ["aligned", 1],
    ["no evidence", 1],
  ]);
  expect(open).toBe(2);
});
