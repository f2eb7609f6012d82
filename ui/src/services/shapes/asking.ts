/** Search, comparison and history. */
import type { PassageRow } from "./codes";
import type { Page, Value } from "./study";

export interface SearchPage extends Page<PassageRow> {
  expression: string;
  sources: number;
  participants: number;
}

/** A row or column; `label` asks for its cells, for it differs from all others. */
export interface MatrixMember {
  label: string;
  name: string;
  depth: number;
  id: string | null;
  colour: string | null;
}

export interface Matrix {
  title: string;
  count: string;
  where: string | null;
  row_noun: string;
  column_noun: string;
  rows: MatrixMember[];
  columns: MatrixMember[];
  cells: number[][];
  row_totals: number[];
  column_totals: number[];
  total: number;
  of: {
    total: number;
    words: string;
    label: string;
    rows: number[] | null;
    columns: number[] | null;
  };
  notes: string[];
}

export interface MatrixCell extends Page<PassageRow> {
  value: number;
  of: number | null;
  who: string[];
  did_not: string[];
}

export interface OperationRow {
  operation: string;
  wall_ms: number;
  person_id: string | null;
  person: string | null;
  sentence: string;
  sentence_key: string;
  undone: boolean;
  future: boolean;
  merge: number | null;
  changes: number;
}

export interface OperationWhole extends OperationRow {
  will_not_return: string[];
  entities: number;
  changed: {
    kind: string;
    id: string;
    name: string;
    fields: Record<string, { before: string | null; after: string | null }>;
  }[];
}

export interface ConflictRow {
  sort: string;
  kind: string;
  entity: string;
  name: string;
  sentence: string;
  field: string | null;
  shown: Value;
  rivals: Value[];
  /** What the values mean, in words. */
  shown_text: string | null;
  rival_texts: (string | null)[];
}
