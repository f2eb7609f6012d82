import { describe, expect, it } from "vitest";

import { inVivoName, movedBoundary, placeInHand } from "./place-in-hand";

describe("the passage in hand", () => {
  const chosen = { start_char: 5, end_char: 9 };
  it("is what is selected, else the chosen coding's words", () => {
    expect(placeInHand({ start_char: 1, end_char: 3 }, chosen)).toEqual({
      start_char: 1,
      end_char: 3,
    });
    expect(placeInHand({ start_char: 3, end_char: 3 }, chosen)).toBe(chosen);
    expect(placeInHand(null, null)).toBeNull();
  });
});

describe("a name in vivo", () => {
  it("is the words without quotation marks, line breaks and the full stop", () => {
    expect(inVivoName("“So we write\nit twice.”")).toBe("So we write it twice");
  });
  it("is none for no words or for too many", () => {
    expect(inVivoName(" … ".replace("…", ""))).toBeNull();
    expect(inVivoName("word ".repeat(40))).toBeNull();
  });
});

describe("a boundary", () => {
  const text = "So we write it twice.";
  const place = { from: 3, to: 11 };
  const words = (moved: { from: number; to: number }) => text.slice(moved.from, moved.to);
  it("moves by a word at either end", () => {
    expect(words(movedBoundary(text, place, "start", false))).toBe("So we write");
    expect(words(movedBoundary(text, place, "start", true))).toBe("write");
    expect(words(movedBoundary(text, place, "end", true))).toBe("we write it");
    expect(words(movedBoundary(text, place, "end", false))).toBe("we");
  });
  it("never leaves a coding without words", () => {
    expect(movedBoundary(text, { from: 3, to: 5 }, "end", false)).toEqual({ from: 3, to: 5 });
    expect(movedBoundary(text, { from: 3, to: 5 }, "start", true)).toEqual({ from: 3, to: 5 });
  });
});
