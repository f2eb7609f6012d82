/** What the parts of the reading view share. */

import { createContext, useContext } from "react";
import type { RefObject } from "react";
import type { TranscriptHandle } from "../../components/transcript/transcript-handle";
import type { Span } from "../../services/address";
import type { CodeRow, SourceCodings, SourceText, SourceWhole } from "../../services/shapes";
import type { CodingRow } from "../../store/pending-codings";
import type { ReadingActs, ToCode } from "../../store/reading";

export type Decision = "same" | "new_code" | "split" | "redefine";

/** What is open over or beside the text. */
export type Open =
  | { what: "picker"; place: ToCode; recode?: string; box: DOMRect | null }
  | { what: "memo"; place: Span }
  | { what: "decision"; decision: Decision }
  | null;

export interface Reading {
  source: SourceWhole;
  text: SourceText;
  codings: SourceCodings;
  codes: readonly CodeRow[];
  code: (id: string) => CodeRow | undefined;
  coderName: (id: string | null) => string;
  isShown: (coder: string | null) => boolean;
  canWrite: boolean;
  /** The chosen coding, and how to choose another. */
  chosen: CodingRow | null;
  choose: (coding: string | null, options?: { reveal?: boolean }) => void;
  selected: Span;
  /** The passage that actions are about; null where none is selected or chosen. */
  place: Span | null;
  /** The code that is compared: the chosen coding's, else the one last used. */
  codeInHand: CodeRow | null;
  wordsAt: (place: Span) => string;
  acts: ReadingActs;
  applyCode: (code: string, place?: ToCode) => void;
  open: Open;
  setOpen: (open: Open) => void;
  transcript: RefObject<TranscriptHandle | null>;
  /** What codes before the words do, as a rectangle drawn on a page; whether it did. */
  codeFirst: RefObject<(() => boolean) | null>;
  /** Who codes here. */
  you: string | null;
}

export const ReadingContext = createContext<Reading | null>(null);

/** The reading view's shared state; only for what stands inside it. */
export function useReadingView(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("This part stands outside the reading view.");
  return reading;
}
