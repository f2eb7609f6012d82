/** Which memos are shown. */
import type { MemoKind, MemoRow } from "../../services/shapes";

export const KINDS: readonly MemoKind[] = ["analytic", "methodological", "reflexive", "summary"];

/** What memos hang on, as it is chosen from; `nothing`: on nothing yet. */
export const ABOUT_KINDS = ["code", "source", "case", "coding", "nothing"] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];

export interface Filter {
  words: string;
  kind: string;
  author: string;
  on: string;
  /** One thing that they hang on, or one source and everything in it. */
  about: string;
  source: string;
}

/** The memos that have the words and hang on that kind of thing; the rest was asked of the desk. */
export function shownMemos(memos: readonly MemoRow[], { words, on }: Filter): MemoRow[] {
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return memos.filter((memo) => {
    if (on && (memo.about?.kind ?? "nothing") !== on) return false;
    if (wanted.length === 0) return true;
    const has = [memo.title, memo.text, memo.about?.name ?? "", memo.passage?.text ?? ""]
      .join(" ")
      .toLocaleLowerCase();
    return wanted.every((word) => has.includes(word));
  });
}

/** The first line that says something. */
export function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "")?.trim() ?? "";
}
