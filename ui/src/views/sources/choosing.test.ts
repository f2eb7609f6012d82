import { describe, expect, it } from "vitest";

import { NOTHING_CHOSEN, among, one, stepFrom, toggled, upTo } from "./choosing";

const ROWS = ["a", "b", "c", "d"];

describe("choosing rows", () => {
  it("chooses all from where the choice began, whichever way", () => {
    expect([...upTo(one("c"), "a", ROWS).ids]).toEqual(["a", "b", "c"]);
    expect([...upTo(upTo(one("b"), "d", ROWS), "c", ROWS).ids]).toEqual(["b", "c"]);
    expect([...upTo(NOTHING_CHOSEN, "b", ROWS).ids]).toEqual(["b"]);
  });

  it("adds one row and takes it away again", () => {
    const two = toggled(one("a"), "c");
    expect([...two.ids]).toEqual(["a", "c"]);
    expect([...toggled(two, "a").ids]).toEqual(["c"]);
  });

  it("goes to the neighbour when what was chosen is gone", () => {
    expect(among(one("b"), ["a", "c", "d"], ROWS)).toEqual(one("c"));
    expect(among(one("d"), ["a"], ROWS)).toEqual(one("a"));
    expect(among(one("a"), [], ROWS)).toEqual(NOTHING_CHOSEN);
  });

  it("steps within the list", () => {
    expect(stepFrom(null, "down", ROWS, 2)).toBe("a");
    expect(stepFrom(null, "up", ROWS, 2)).toBe("d");
    expect(stepFrom("b", "pageDown", ROWS, 9)).toBe("d");
    expect(stepFrom("b", "down", [], 9)).toBeNull();
  });
});
