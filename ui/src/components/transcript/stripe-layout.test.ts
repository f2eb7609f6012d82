import { describe, expect, it } from "vitest";

import { lanesUsed, placedStripes, stripesOf } from "./stripe-layout";

const room = { lanes: 4, nameHeight: 20, slack: 40 };

function coding(id: string, code: number, coder: string, from: number, to: number) {
  return { id, code, coder, from, to, top: from, bottom: to };
}

describe("stripes", () => {
  it("of one code that overlap are one bar with both coders", () => {
    const stripes = stripesOf([coding("a", 1, "you", 0, 50), coding("b", 1, "ravi", 20, 80)]);
    expect(stripes).toHaveLength(1);
    expect(stripes[0]).toMatchObject({ coders: ["you", "ravi"], top: 0, bottom: 80 });
    expect(stripes[0]?.codings).toEqual(["a", "b"]);
  });

  it("of one code that do not touch stay apart", () => {
    expect(stripesOf([coding("a", 1, "you", 0, 10), coding("b", 1, "you", 10, 20)])).toHaveLength(
      2,
    );
  });

  it("stand side by side where they overlap and below one another where they do not", () => {
    const placed = placedStripes(
      stripesOf([
        coding("a", 1, "you", 0, 100),
        coding("b", 2, "you", 10, 40),
        coding("c", 3, "you", 50, 90),
      ]),
      room,
    );
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 1]);
    expect(lanesUsed(placed)).toBe(2);
  });

  it("never take more lanes than there are", () => {
    const many = Array.from({ length: 9 }, (_, at) => coding(`c${at}`, at, "you", at, 100));
    expect(lanesUsed(placedStripes(stripesOf(many), room))).toBe(4);
  });

  it("push their names apart, and leave out those that would stand too far from their bar", () => {
    const many = Array.from({ length: 6 }, (_, at) => coding(`c${at}`, at, "you", 0, 20));
    const names = placedStripes(stripesOf(many), room).map(({ nameTop }) => nameTop);
    expect(names.filter((top) => top !== null)).toEqual([0, 20, 40]);
    expect(names.filter((top) => top === null)).toHaveLength(3);
  });
});
