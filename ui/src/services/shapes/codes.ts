/** Codes, passages, codings and memos. */
import type { Named } from "./study";

export interface CodeRow extends Named {
  path: string[];
  parent: string | null;
  depth: number;
  colour: string | null;
  status: "open" | "retired" | null;
  origin: string | null;
  codable: boolean;
  framework: string | null;
  definition: string | null;
  includes: string | null;
  excludes: string | null;
  example: string | null;
  citation: string | null;
  merged: string[];
  counts: {
    participants: number;
    cases: number;
    sources: number;
    passages: number;
    codings: number;
  };
}

export interface Touch {
  codings: number;
  passages: number;
  sources: number;
  coders: number;
  subcodes: number;
}

export interface Place {
  source: string;
  start_char: number;
  end_char: number;
}

export interface PassageText extends Place {
  source_id: string;
  text: string;
}

export interface CodeWhole extends CodeRow {
  first_incident: PassageText | null;
  touch: Touch;
  split_into: string[];
  late_codings: string[];
}

export interface PassageRow extends PassageText {
  before: string;
  after: string;
  speakers: string[];
  participants: string[];
  cases: Record<string, string[]>;
  turn: number | null;
  page: number | null;
  start_ms: number | null;
  codings: {
    id: string;
    code_id: string;
    code: string;
    coder_id: string | null;
    coder: string | null;
    coded_on: string;
  }[];
}

export interface Compared {
  passage: PassageRow;
  similarity: number;
}

export interface Comparison {
  like: Compared[];
  unlike: Compared[];
  passages: number;
}

export interface ChangeRow {
  operation: string;
  wall_ms: number;
  person: string | null;
  sentence: string;
  /** What each field became; null where its words were purged. */
  fields: Record<string, string | null> | null;
  undone: boolean;
}

export interface CodingWhole extends PassageText {
  id: string;
  code_id: string;
  code: string;
  coder_id: string | null;
  coder: string | null;
  valence: string | null;
  basis: string | null;
  coded_on: string;
  touched: boolean;
  history: ChangeRow[];
}

export type MemoKind = "analytic" | "methodological" | "reflexive" | "summary";

export interface MemoRow {
  id: string;
  title: string;
  kind: MemoKind;
  author_id: string | null;
  author: string | null;
  about: (Named & { kind: string }) | null;
  passage: PassageText | null;
  text: string;
  begun_ms: number;
  changed_ms: number;
}
