import { beforeEach, describe, expect, it } from "vitest";

import { draftOf, dropDraft, keepDraft, keptDraft, withDraft } from "./kept-draft";

const BASE = "I: Why?\n\nP: Because of teh rain.\n\nP: We left.";
const MINE = BASE.replace("teh", "the");

describe("corrections that are not saved", () => {
  beforeEach(() => localStorage.clear());

  it("are kept in this browser until they are dropped, each source's apart", () => {
    keepDraft("one", draftOf(BASE, MINE, 5));
    expect(withDraft(BASE, keptDraft("one")!)).toBe(MINE);
    expect(keptDraft("two")).toBeNull();
    dropDraft("one");
    expect(keptDraft("one")).toBeNull();
  });

  it("are as small as what was changed", () => {
    const draft = draftOf(BASE.repeat(1000), BASE.repeat(1000).replace("teh", "the"), 5);
    expect(JSON.stringify(draft).length).toBeLessThan(200);
  });

  it("leave alone what somebody else corrected in the meantime", () => {
    const theirs = `A title\n${BASE.replace("We left", "They left")}`;
    expect(withDraft(theirs, draftOf(BASE, MINE, 5))).toBe(theirs.replace("teh", "the"));
  });

  it("stand whole where lines were added", () => {
    expect(withDraft(BASE, draftOf(BASE, `${MINE}\nMore.`, 5))).toBe(`${MINE}\nMore.`);
  });
});
