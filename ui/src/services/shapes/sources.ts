/** Sources: texts, codings, speakers, imports. */
import type { FailureShape, Named, Saved, Value } from "./study";

export interface SourceRow extends Named {
  format: string;
  language: string | null;
  date: string | null;
  note: string | null;
  chars: number;
  words: number;
  turns: number;
  speakers: string[];
  codings: number;
  coded_turns: number;
  /** Turns with words that are not the interviewer's. */
  turns_to_code: number;
  media: boolean;
  has_original: boolean;
  kind: "text" | "pdf" | "picture" | "audio" | "video";
  translation_of: string | null;
  participants: Named[];
  groups: (Named & { kind: string })[];
}

export interface SourceWhole extends SourceRow {
  attributes: { attribute_id: string; name: string; type: string; value: Value }[];
  revision: string;
  file_name: string | null;
}

export interface SourceText {
  source: string;
  revision: string;
  text: string;
  turns: {
    start_char: number[];
    end_char: number[];
    speech_start_char: number[];
    start_ms: (number | null)[];
    label: number[];
  };
  labels: {
    label: string;
    participant_id: string | null;
    participant: string | null;
    role: string | null;
    is_of_interviewer: boolean;
  }[];
  headings: number[][];
  furniture: number[][];
  page_starts: number[];
}

export interface SourceCodings {
  id: string[];
  code: number[];
  codes: string[];
  coder: number[];
  coders: string[];
  start_char: number[];
  end_char: number[];
  valence: (string | null)[];
  basis: (string | null)[];
  touched: boolean[];
  coded_on: string[];
  region: (number[] | null)[];
}

export interface Brief {
  coding: string;
  code_id: string;
  code: string;
  coder: string | null;
  text_before: string;
  text_now: string;
}

export interface Correction extends Saved {
  kept: number;
  touched: Brief[];
  lost: Brief[];
}

export interface SpeakerRow {
  source_id: string;
  source: string;
  label: string;
  participant_id: string | null;
  participant: string | null;
  role: string | null;
  turns: number;
  /** Null where the labels of all sources are asked for. */
  words: number | null;
}

export interface ImportedSource {
  index: number;
  name: string;
  file_name: string;
  format: string;
  language: string | null;
  words: number;
  turns: number;
  labels: {
    label: string;
    turns: number;
    words: number;
    taken: boolean;
    why: string | null;
    example: string | null;
  }[];
  notes: string[];
  left_out: boolean;
}

export interface Import {
  id: string;
  phase: "reading" | "ready" | "storing" | "stored" | "failed" | "cancelled";
  done: number;
  total: number;
  current: string | null;
  sources: ImportedSource[];
  refused: { name: string; sentence: string; hint: string | null }[];
  duplicates: { name: string; as_name: string }[];
  saved: Saved | null;
  error: FailureShape | null;
}
