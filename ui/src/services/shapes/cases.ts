/** Cases, their attributes and groups. */
import type { Named, Saved, Value } from "./study";

export interface AttributeRow extends Named {
  type: "text" | "number" | "day" | "truth" | "choice";
  description: string | null;
  coarser: Record<string, string> | null;
  values: string[];
}

export interface MembershipRow extends Named {
  membership: string;
  kind: string;
  role: string | null;
  share: number | null;
  start_day: string | null;
  end_day: string | null;
  counts_as: boolean | null;
}

export interface CaseRow extends Named {
  kind: string;
  description: string | null;
  interviewed: boolean;
  sources: number;
  codings: number;
  groups: MembershipRow[];
  values: Record<string, Value>;
}

export interface Cases {
  kinds: Record<string, number>;
  attributes: AttributeRow[];
  cases: CaseRow[];
}

export interface TableTaken {
  made: number;
  updated: number;
  unchanged: number;
  refused: { row: number; sentence: string }[];
  notes: string[];
  saved: Saved | null;
}

/** A table of cases to be taken in: which column is what. */
export interface CaseTable {
  kind?: string;
  columns: string[];
  rows: (string | null)[][];
  name_column?: string;
  /** Columns that name a group, with its kind. */
  groups?: Record<string, string>;
  /** Types of new attributes. */
  types?: Record<string, AttributeRow["type"]>;
  dry_run?: boolean;
}

export interface ReadTable {
  columns: string[];
  rows: string[][];
  notes: string[];
}

export interface CaseCell {
  case: string;
  attribute: string;
  value: Value;
}

export interface CheckedCells {
  values: Value[];
  refused: { cell: number; sentence: string; hint: string | null }[];
}
