import { describe, expect, it } from "vitest";

import type { SaturationOfCase } from "../../services/shapes";
import { curvesOf, marksUpTo } from "./code-curves";

const AREA = { left: 0, right: 100, top: 0, bottom: 100 };

function told(cumulative: number[], reached: number | null): SaturationOfCase {
  return {
    interviews: cumulative.map((codes, at) => ({ number: at + 1, cumulative: codes })),
    accumulation: { expected: cumulative, low: cumulative, high: cumulative.map((each) => each + 1), reason: null },
    run: { interviews: reached },
    chao2: { observed: cumulative.at(-1) ?? 0 },
  } as unknown as SaturationOfCase;
}

describe("marks on an axis", () => {
  it("are round and reach the number", () => {
    expect(marksUpTo(36)).toEqual([0, 10, 20, 30, 40]);
    expect(marksUpTo(4)).toEqual([0, 1, 2, 3, 4]);
    expect(marksUpTo(0)).toEqual([0, 1]);
  });

  it("begin at the first interview and stay within the last", () => {
    expect(marksUpTo(34, 1, 8)).toEqual([1, 5, 10, 15, 20, 25, 30]);
    expect(marksUpTo(2, 1, 8)).toEqual([1, 2]);
  });
});

describe("the curves of a case", () => {
  it("run from the first interview at the left to the last at the right", () => {
    const curves = curvesOf(told([2, 4, 4], 2), AREA);
    expect(curves.most).toBe(5);
    expect(curves.points.map(({ x }) => x)).toEqual([0, 50, 100]);
    expect(curves.met).toBe("M0 60L50 20L100 20");
    expect(curves.reachedX).toBe(50);
  });

  it("have no interval and no mark where none is defined", () => {
    const one = told([3], null);
    one.accumulation.low = [];
    const curves = curvesOf(one, AREA);
    expect(curves.band).toBe("");
    expect(curves.reachedX).toBeNull();
  });

  it("are empty without interviews", () => {
    expect(curvesOf(told([], null), AREA).met).toBe("");
  });
});
