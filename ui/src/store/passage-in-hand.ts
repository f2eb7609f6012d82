/** The passage that is being given to a finding: dragged over the page, or asked about by a key. */
import { useEffect, useRef } from "react";
import { create } from "zustand";

import type { PassageRow, Place } from "../services/shapes";

/** What a passage that is dragged is called among what a page drags. */
export const PLACE_DRAGGED = "application/x-crosscase-place";

export interface PassageInHand extends Place {
  text: string;
  source_name: string;
}

/** What a passage can be for a finding. */
export type Use = "for" | "against" | "quote";

interface InHand {
  /** Whether passages can be given to findings here and now. */
  isOffered: boolean;
  /** Is dragged just now: the findings that it can be dropped on are shown. */
  dragged: PassageInHand | null;
  /** Is asked about: which finding, and what for. */
  asked: PassageInHand | null;
  /** The findings that passages were given to, the latest first: they are at hand. */
  lastFindings: readonly string[];
  set: (changes: Partial<Pick<InHand, "isOffered" | "dragged" | "asked">>) => void;
  used: (finding: string) => void;
}

const KEPT = 5;

export const usePassageInHand = create<InHand>()((set) => ({
  isOffered: false,
  dragged: null,
  asked: null,
  lastFindings: [],
  set,
  used: (finding) =>
    set(({ lastFindings }) => ({
      lastFindings: [finding, ...lastFindings.filter((each) => each !== finding)].slice(0, KEPT),
    })),
}));

/** A found passage, as it is given. */
export function inHand({ source_id, source, start_char, end_char, text }: PassageRow): PassageInHand {
  return { source: source_id, source_name: source, start_char, end_char, text };
}

const held = new WeakMap<Element, PassageInHand>();
let selected: (() => PassageInHand | null) | null = null;

/** Let it be known which passage a handle on the page is of. */
export function holdPassage(handle: Element | null, passage: PassageInHand): void {
  if (handle) held.set(handle, passage);
}

/** Let it be known which words are selected in a text that is open. */
export function useSelectedPassage(now: () => PassageInHand | null): void {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  useEffect(() => {
    const mine = () => latest.current();
    selected = mine;
    return () => {
      if (selected === mine) selected = null;
    };
  }, []);
}

/** The words that are selected in the text that is open. */
export const selectedPassage = (): PassageInHand | null => selected?.() ?? null;

/** The passage that the focus is on, or else the words that are selected. */
export function passageInHand(): PassageInHand | null {
  const focused = document.activeElement;
  const handle =
    focused?.closest("article.passage")?.querySelector(".passage-handle") ??
    (focused === document.body ? null : focused?.querySelector("article.passage .passage-handle"));
  return (handle && held.get(handle)) ?? selectedPassage();
}
