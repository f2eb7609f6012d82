import { describe, expect, it } from "vitest";

import fixture from "../../../tests/fixtures/text_positions.json";
import { TextPositions, sliceChars } from "./text-positions";

describe.each(fixture.cases)("$name", ({ text, chars, units, passages }) => {
  const positions = new TextPositions(text);

  it("counts as Python counts", () => {
    expect([positions.chars, positions.units]).toEqual([chars, units]);
  });

  it.each(passages)("$start_char to $end_char", (passage) => {
    const { start_char, end_char, start_unit, end_unit } = passage;
    expect(positions.toUnit(start_char)).toBe(start_unit);
    expect(positions.toUnit(end_char)).toBe(end_unit);
    expect(positions.toChar(start_unit)).toBe(start_char);
    expect(positions.toChar(end_unit)).toBe(end_char);
    expect(sliceChars(text, start_char, end_char)).toBe(passage.text);
  });
});

describe("places that no passage has", () => {
  it("counts a place inside a character as its start", () => {
    expect(new TextPositions("a😀b").toChar(2)).toBe(1);
  });

  it("keeps places beyond the ends at the ends", () => {
    const positions = new TextPositions("a😀b");
    expect([positions.toUnit(-1), positions.toUnit(9)]).toEqual([0, 4]);
    expect([positions.toChar(-1), positions.toChar(9)]).toEqual([0, 3]);
  });

  it("goes there and back for every code point of a long text, quickly", () => {
    const text = "We said 😀 so, twice. ".repeat(50_000);
    const positions = new TextPositions(text);
    const began = performance.now();
    for (let char = 0; char <= positions.chars; char += 7)
      expect(positions.toChar(positions.toUnit(char)) === char).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
