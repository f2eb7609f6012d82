import { expect, it } from "vitest";

import { divisionOf, dotsOf, placeOf, scaleOf } from "./dot-plot";

const point = (name: string, value: number) => ({ id: name, name, value, group: null });

it("ends at round marks that hold every value", () => {
  expect(scaleOf([17.9, 49.4])).toEqual({ low: 10, high: 50, ticks: [10, 20, 30, 40, 50] });
  expect(scaleOf([0.2, 3.1]).ticks).toEqual([0, 1, 2, 3, 4]);
});

it("has a line even for one value, and for none", () => {
  const one = scaleOf([7]);
  expect(one.low).toBeLessThanOrEqual(7);
  expect(one.high).toBeGreaterThan(one.low);
  expect(scaleOf([]).ticks).toEqual([0, 1]);
});

it("puts dots that would cover each other one above another", () => {
  const scale = { low: 0, high: 10, ticks: [0, 10] };
  const dots = dotsOf([point("b", 5), point("a", 5), point("c", 5.1), point("d", 9)], scale, 100, 8);
  expect(dots.map(({ name, level }) => [name, level])).toEqual([
    ["a", 0], ["b", 1], ["c", 2], ["d", 0],
  ]);
  expect(placeOf(scale, 9, 100)).toBe(90);
});

it("parts groups by rank half-way between them, and others at their cut points", () => {
  const groups = [
    { label: "high", lowest: 30, highest: 50 },
    { label: "low", lowest: 10, highest: 20 },
    { label: "nobody", lowest: null, highest: null },
  ];
  expect(divisionOf(groups, [])).toEqual({
    cuts: [{ value: 25, isGiven: false }],
    names: [
      { label: "low", value: 15 },
      { label: "high", value: 40 },
    ],
  });
  expect(divisionOf(groups, [22]).cuts).toEqual([{ value: 22, isGiven: true }]);
});
