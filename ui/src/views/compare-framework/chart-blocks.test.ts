import { expect, it } from "vitest";

import { blocksOf } from "./chart-blocks";
import { drafts } from "./drafts";

const rows = Array.from({ length: 60 }, (_, at) => ({ id: `p${at}`, name: `P${at}` }));

it("asks for the words of whole blocks of rows", () => {
  expect(blocksOf(rows, [3, 4, 5]).map((block) => [block[0], block.length])).toEqual([["p0", 25]]);
  expect(blocksOf(rows, [24, 25, 55]).map((block) => [block[0], block.length])).toEqual([
    ["p0", 25],
    ["p25", 25],
    ["p50", 10],
  ]);
  expect(blocksOf(rows, [])).toEqual([]);
});

it("keeps what was typed into a cell until it is dropped", () => {
  drafts.keep("p1 c1 ", "half a sentence");
  expect(drafts.get().get("p1 c1 ")).toBe("half a sentence");
  drafts.drop("p1 c1 ");
  expect(drafts.get().has("p1 c1 ")).toBe(false);
});
