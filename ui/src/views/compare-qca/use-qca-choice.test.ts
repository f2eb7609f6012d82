import { expect, it } from "vitest";

import { cutsOf, numberIn } from "./use-qca-choice";

it("an address without cuts leaves those of the definition", () => {
  expect(cutsOf(new URLSearchParams("row=3"))).toEqual({});
});

it("cuts of an address are read, and those that cannot be are passed over", () => {
  expect(cutsOf(new URLSearchParams("incl=0.9&pri=2&n=2&absent=yes"))).toEqual({
    inclusion: 0.9,
    frequency: 2,
    negated: true,
  });
});

it("a number may be typed with a comma, and must lie within its bounds", () => {
  expect(numberIn("0,75", 0, 1)).toBe(0.75);
  expect([numberIn("", 0, 1), numberIn("x", 0, 1), numberIn("1.1", 0, 1)]).toEqual([null, null, null]);
});
