/** Answers that were typed and not saved yet: kept while the desk is open, whatever is looked at. */
import { useSyncExternalStore } from "react";

import { Observable } from "../../../services/observable";
import type { ChecklistItem } from "../../../services/shapes";

export interface AnswerDraft {
  text: string;
  place: string;
  applies: boolean;
  /** As the item was when writing began: saving goes by what was read then. */
  was: Pick<ChecklistItem, "text" | "place" | "applies">;
}

const held = new Observable<ReadonlyMap<string, AnswerDraft>>(new Map());

export function draftOf({ text, place, applies }: AnswerDraft["was"]): AnswerDraft {
  return { text: text ?? "", place: place ?? "", applies, was: { text, place, applies } };
}

/** What of a draft is to be saved: the fields that were changed; empty where none was. */
export function changesOf({ text, place, applies, was }: AnswerDraft) {
  return {
    ...(text.trim() === (was.text ?? "") ? {} : { text: text.trim() || null }),
    ...(place.trim() === (was.place ?? "") ? {} : { place: place.trim() || null }),
    ...(applies === was.applies ? {} : { applies }),
  };
}

/** The draft of one item, null where nobody writes; and the way to change it, or to drop it. */
export function useAnswerDraft(key: string) {
  const drafts = useSyncExternalStore(held.subscribe, held.get);
  const set = (draft: AnswerDraft | null) => {
    const kept = new Map(held.get());
    if (draft) kept.set(key, draft);
    else kept.delete(key);
    held.set(kept);
  };
  return [drafts.get(key) ?? null, set] as const;
}
