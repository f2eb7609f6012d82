import { describe, expect, it } from "vitest";

import { differingLines, reapplied } from "./differing-turns";

const BASE = "I: Why?\n\nP: Because of teh rain.\n\nI: And then?\n\nP: We left.";

describe("two versions of a text", () => {
  it("that are the same differ nowhere", () => {
    expect(differingLines(BASE, BASE)).toEqual([]);
  });

  it("are paired line by line where they differ", () => {
    const mine = BASE.replace("teh", "the");
    const theirs = BASE.replace("We left", "They left");
    expect(differingLines(mine, theirs)).toEqual([
      { line: 2, mine: "P: Because of the rain.", theirs: "P: Because of teh rain." },
      { line: 6, mine: "P: We left.", theirs: "P: They left." },
    ]);
  });

  it("say which lines only one of them has", () => {
    expect(differingLines("a\nb\nc", "a\nc")).toEqual([{ line: 1, mine: "b", theirs: "" }]);
    expect(differingLines("a\nc", "a\nb\nc")).toEqual([{ line: -1, mine: "", theirs: "b" }]);
  });
});

describe("corrections put onto a text that somebody else corrected", () => {
  it("keep both where they touched different turns", () => {
    const mine = BASE.replace("teh", "the");
    const theirs = BASE.replace("We left", "They left");
    expect(reapplied(BASE, mine, theirs)).toEqual({
      text: BASE.replace("teh", "the").replace("We left", "They left"),
      both: 0,
    });
  });

  it("keep mine where both touched the same turn, and count it", () => {
    const mine = BASE.replace("We left.", "We left early.");
    const theirs = BASE.replace("We left.", "They left.");
    expect(reapplied(BASE, mine, theirs)).toEqual({ text: mine, both: 1 });
  });

  it("lose nothing that was typed where lines were added", () => {
    const mine = `${BASE}\nMore.`;
    expect(reapplied(BASE, mine, BASE.replace("teh", "the")).text).toBe(mine);
  });
});
