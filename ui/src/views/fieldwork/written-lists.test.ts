import { describe, expect, it } from "vitest";

import { countsOf, countsText, linesOf } from "./written-lists";

describe("attendance as people type it", () => {
  it("counts each sector, and is written as it is read", () => {
    const counts = { Health: 4, "Social care": 12 };
    expect(countsOf(" Health: 4;Social care = 12; ")).toEqual(counts);
    expect(countsOf(countsText(counts))).toEqual(counts);
    expect(countsOf("")).toEqual({});
  });
  it("is wrong where a sector has no whole number", () => {
    expect(countsOf("Health")).toBeNull();
    expect(countsOf("Health: some; Council: 2")).toBeNull();
    expect(countsOf(": 4")).toBeNull();
  });
});

it("reads one item a line and leaves empty lines out", () => {
  expect(linesOf(" A budget \n\n Beds\n")).toEqual(["A budget", "Beds"]);
});
