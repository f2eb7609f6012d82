/** What each column of a pasted table is taken for, and the question that the desk is asked. */
import type { AttributeRow, CaseTable, Cases } from "../../services/shapes";
import { PERSON, SITE } from "./grid-columns";

export type Use = "name" | "group" | "attribute" | "leave";
export type ValueType = AttributeRow["type"];

export interface ColumnUse {
  use: Use;
  /** Of a group: the kind of cases that it names. */
  kind: string;
  /** Of a new attribute; empty: as its values look. */
  type: ValueType | "";
}

export interface Pasted {
  columns: string[];
  rows: string[][];
}

const NAMES = ["name", "participant", "person", "case", "participant id", "id", "code"];
const USUAL_GROUPS = [SITE, "organisation", "organization", "body", "team", "service", "ward", "place"];
/** Columns that the desk reads as details of the memberships in their row. */
const KIND_COLUMN = "case_kind";

/** A table with its heads: the first row. Rows without a word are left out, short ones filled. */
export function withHeads(rows: readonly (readonly string[])[]): Pasted | null {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const [heads, ...rest] = filled;
  if (!heads || rest.length === 0) return null;
  const width = Math.max(...filled.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => heads[at]?.trim() ?? "");
  return { columns, rows: rest.map((row) => columns.map((_, at) => row[at]?.trim() ?? "")) };
}

/** The first guess: what the heads say, as far as they do. */
export function guessUses({ columns, rows }: Pasted, cases: Cases): ColumnUse[] {
  const folded = columns.map((each) => each.trim().toLocaleLowerCase());
  const attributes = new Set(cases.attributes.map(({ name }) => name.toLocaleLowerCase()));
  const kinds = Object.keys(cases.kinds);
  const named = NAMES.map((name) => folded.indexOf(name)).find((at) => at >= 0);
  const nameAt = named ?? Math.max(0, columns.findIndex((_, at) => isDistinct(rows, at)));
  return folded.map((name, at): ColumnUse => {
    if (at === nameAt) return { use: "name", kind: SITE, type: "" };
    if (name === "") return { use: "leave", kind: SITE, type: "" };
    const kind = kinds.find((each) => each.toLocaleLowerCase() === name);
    if (kind) return { use: "group", kind, type: "" };
    if (USUAL_GROUPS.includes(name) && !attributes.has(name))
      return { use: "group", kind: name === "organization" ? "organisation" : name, type: "" };
    return { use: "attribute", kind: SITE, type: "" };
  });
}

export function guessKind({ columns }: Pasted): string {
  const folded = columns.map((each) => each.toLocaleLowerCase());
  return folded.includes(KIND_COLUMN) ? "" : PERSON;
}

function isDistinct(rows: readonly string[][], at: number): boolean {
  const cells = rows.map((row) => row[at] ?? "");
  return cells.every(Boolean) && new Set(cells).size === cells.length;
}

/** The table as the desk is asked to take it; null while no column is the name. */
export function tableAsked(
  pasted: Pasted,
  uses: readonly ColumnUse[],
  kind: string,
  cases: Cases,
): CaseTable | null {
  const taken = uses.flatMap(({ use }, at) => (use === "leave" ? [] : [at]));
  const columns = taken.map((at) => pasted.columns[at] ?? "");
  const nameAt = uses.findIndex(({ use }) => use === "name");
  if (nameAt < 0) return null;
  const held = new Set(cases.attributes.map(({ name }) => name.toLocaleLowerCase()));
  const groups: Record<string, string> = {};
  const types: Record<string, ValueType> = {};
  uses.forEach((each, at) => {
    const column = pasted.columns[at] ?? "";
    if (each.use === "group") groups[column] = each.kind;
    if (each.use === "attribute" && each.type && !held.has(column.toLocaleLowerCase()))
      types[column] = each.type;
  });
  return {
    columns,
    rows: pasted.rows.map((row) => taken.map((at) => row[at] ?? "")),
    ...(kind ? { kind } : {}),
    name_column: pasted.columns[nameAt] ?? "",
    groups,
    types,
  };
}
