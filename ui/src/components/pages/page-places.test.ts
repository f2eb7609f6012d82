import { describe, expect, it } from "vitest";

import {
  isLargeEnough,
  movedRectangle,
  pageAt,
  placesOnPage,
  rectangleBetween,
  wordNear,
} from "./page-places";

// “The rain came” on one line, “again” on the next.
const words = {
  start_char: [10, 14, 19, 24],
  end_char: [13, 18, 23, 29],
  x: [0.1, 0.2, 0.3, 0.1],
  y: [0.1, 0.1, 0.1, 0.2],
  width: [0.08, 0.08, 0.08, 0.1],
  height: [0.02, 0.02, 0.02, 0.02],
};

describe("words on a page", () => {
  it("are found by the pointer, also between words and beyond the end of a line", () => {
    expect(wordNear(words, 0.22, 0.11)).toBe(1);
    expect(wordNear(words, 0.9, 0.11)).toBe(2);
    expect(wordNear(words, 0.12, 0.25)).toBe(3);
    expect(wordNear({ ...words, x: [] }, 0.5, 0.5)).toBe(-1);
  });

  it("of a passage are one rectangle for each line", () => {
    const lines = placesOnPage(words, 14, 29);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.x).toBeCloseTo(0.2);
    expect(lines[0]?.width).toBeCloseTo(0.18);
    expect(placesOnPage(words, 0, 10)).toEqual([]);
  });
});

describe("a rectangle", () => {
  it("is drawn in any direction and stays on the page", () => {
    const drawn = rectangleBetween({ x: 0.5, y: 0.9 }, { x: 0.2, y: 1.4 });
    expect(drawn.x).toBeCloseTo(0.2);
    expect(drawn.y).toBeCloseTo(0.9);
    expect(drawn.height).toBeCloseTo(0.1);
    expect(isLargeEnough(drawn)).toBe(true);
    expect(isLargeEnough(rectangleBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 }))).toBe(false);
  });

  it("is moved and sized by keys, never off the page", () => {
    const half = { x: 0.5, y: 0.5, width: 0.5, height: 0.2 };
    expect(movedRectangle(half, "ArrowRight", false)).toEqual(half);
    expect(movedRectangle(half, "ArrowLeft", false).x).toBeCloseTo(0.48);
    expect(movedRectangle(half, "ArrowUp", true).height).toBeCloseTo(0.18);
    expect(movedRectangle(half, "ArrowRight", true).width).toBeCloseTo(0.5);
  });
});

describe("the page of a place", () => {
  it("is the last one that starts before it", () => {
    expect(pageAt([0, 100, 200], 99)).toBe(1);
    expect(pageAt([0, 100, 200], 100)).toBe(2);
    expect(pageAt([], 5)).toBe(1);
  });
});
