import { describe, expect, it } from "vitest";

import { sentenceAt, sentenceStep, sentencesNear, snappedToWords } from "./sentences";

const LINE = "We have sat here for nine years. Whose budget will bend? Nobody knows.";
const words = ({ from, to }: { from: number; to: number }) => LINE.slice(from, to);

describe("sentences", () => {
  it("are found without the spaces between them", () => {
    expect(sentencesNear(LINE, 0).map(words)).toEqual([
      "We have sat here for nine years.",
      "Whose budget will bend?",
      "Nobody knows.",
    ]);
  });

  it("at a place are the one that holds it, between two the next, at the end the last", () => {
    expect(words(sentenceAt(LINE, 4)!)).toBe("We have sat here for nine years.");
    expect(words(sentenceAt(LINE, 32)!)).toBe("Whose budget will bend?");
    expect(words(sentenceAt(LINE, LINE.length)!)).toBe("Nobody knows.");
    expect(sentenceAt("", 0)).toBeNull();
  });

  it("are stepped through forwards and backwards, and say where the line ends", () => {
    expect(sentenceStep(LINE, 0, true)).toBe(33);
    expect(sentenceStep(LINE, 33, true)).toBe(57);
    expect(sentenceStep(LINE, 57, true)).toBe(LINE.length);
    expect(sentenceStep(LINE, LINE.length, true)).toBeNull();
    expect(sentenceStep(LINE, 40, false)).toBe(33);
    expect(sentenceStep(LINE, 33, false)).toBe(0);
    expect(sentenceStep(LINE, 0, false)).toBeNull();
  });

  it("of a very long line are looked for only nearby", () => {
    const long = LINE.repeat(20_000);
    const begun = performance.now();
    expect(sentenceStep(long, 700_000, true)).toBeGreaterThan(700_000);
    expect(performance.now() - begun).toBeLessThan(200);
  });

  it("are found in any language tag, also an unknown one", () => {
    expect(sentencesNear("これは文です。次の文です。", 0, "ja")).toHaveLength(2);
    expect(sentencesNear(LINE, 0, "not a tag")).toHaveLength(3);
  });
});

describe("snapping to words", () => {
  it("widens to whole words and drops spaces at the ends", () => {
    expect(words(snappedToWords(LINE, { from: 5, to: 10 }))).toBe("have sat");
    expect(words(snappedToWords(LINE, { from: 6, to: 13 }))).toBe("have sat here");
    expect(words(snappedToWords(LINE, { from: 2, to: 8 }))).toBe("have");
  });
});
