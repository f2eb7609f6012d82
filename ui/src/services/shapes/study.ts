/** The study itself, and what every answer is made of. */

export interface Saved {
  operation: string | null;
  sentence: string | null;
  heads: string;
  ids: string[];
  /** Kept in this browser until the connection is back; set here, never by the desk. */
  waiting?: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
  total: number | null;
}

export interface PageQuery {
  cursor?: string;
  most?: number;
}

export interface Named {
  id: string;
  name: string;
}

export interface Counts {
  sources: number;
  words: number;
  turns: number;
  codes: number;
  codings: number;
  passages: number;
  cases: number;
  participants: number;
  interviewed: number;
  coders: number;
  memos: number;
  links: number;
  operations: number;
  conflicts: number;
}

export interface StudyHead {
  id: string;
  title: string;
  description: string | null;
  file_name: string;
  person: string | null;
  person_id: string | null;
  read_only: boolean;
  heads: string;
  as_of: string | null;
  is_exact: boolean;
  counts: Counts;
  settings: Record<string, string>;
  place_warning: string | null;
  version: string;
}

export type NameKind = "source" | "code" | "case" | "memo" | "query" | "set" | "coder";

export interface NameRow extends Named {
  kind: NameKind;
  detail: string | null;
  colour: string | null;
}

export interface Frameworks {
  added: (Named & { citation: string | null; version: string | null; description: string | null })[];
  available: {
    name: string;
    title?: string;
    citation: string | null;
    description: string | null;
    codes: number;
  }[];
}

export interface CoderRow extends Named {
  note: string | null;
  codings: number;
  is_you: boolean;
}

export type Value = string | number | boolean | null;

export interface FailureShape {
  slug: string;
  sentence: string;
  hint: string | null;
  details?: Record<string, unknown> | null;
}

/** A study that can be opened, or says why not. */
export interface ShelvedStudy {
  id: string;
  name: string;
  folder: string;
  title: string;
  changed_ms: number;
  size: number;
  readable: boolean;
  why: string | null;
}
