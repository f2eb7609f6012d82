import { describe, expect, it } from "vitest";

import type { MemoRow } from "../../services/shapes";
import { firstLine, shownMemos } from "./memo-filter";

const memo = (title: string, text: string, about: MemoRow["about"] = null): MemoRow => ({
  id: title, title, kind: "analytic", author_id: null, author: null, about, passage: null, text,
  begun_ms: 0, changed_ms: 0,
});
const memos = [
  memo("On trust", "They speak of it as of weather.", { kind: "code", id: "c", name: "Trust" }),
  memo("On asking", "We asked too fast."),
];
const none = { words: "", kind: "", author: "", on: "", about: "", source: "" };

describe("which memos are shown", () => {
  it("finds all words, in the title, the text and what it hangs on", () => {
    const found = (words: string) => shownMemos(memos, { ...none, words }).map(({ title }) => title);
    expect(found("")).toHaveLength(2);
    expect(found("WEATHER trust")).toEqual(["On trust"]);
    expect(found("weather asked")).toEqual([]);
  });

  it("tells those that hang on nothing apart", () => {
    expect(shownMemos(memos, { ...none, on: "nothing" })).toEqual([memos[1]]);
    expect(shownMemos(memos, { ...none, on: "code" })).toEqual([memos[0]]);
  });

  it("shows the first line that says something", () => {
    expect(firstLine("\n\n  So it begins. \nAnd goes on.")).toBe("So it begins.");
  });
});
