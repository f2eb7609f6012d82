import { describe, expect, it } from "vitest";

import { nextPlace, placesOf } from "./found-words";

describe("words found in a text", () => {
  it("are found in any case and never read as a pattern", () => {
    expect(placesOf("Plan (A), plan (a)", "plan (a)")).toEqual([
      { from: 0, to: 8 },
      { from: 10, to: 18 },
    ]);
    expect(placesOf("anything", ".*")).toEqual([]);
    expect(placesOf("anything", "  ")).toEqual([]);
  });

  it("are gone through both ways, and round", () => {
    const places = placesOf("a b a b a", "a");
    expect(nextPlace(places, 0, true)).toBe(1);
    expect(nextPlace(places, 8, true)).toBe(0);
    expect(nextPlace(places, 0, false)).toBe(2);
    expect(nextPlace([], 0, true)).toBe(-1);
  });
});
