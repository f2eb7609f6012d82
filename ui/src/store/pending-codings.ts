/** What was done to the codings of a source and is not answered yet, laid over what is stored. */

import type { SourceCodings } from "../services/shapes";

export interface CodingRow {
  id: string;
  code: string;
  coder: string | null;
  start_char: number;
  end_char: number;
  valence: string | null;
  basis: string | null;
  coded_on: string;
  region: number[] | null;
}

export type Pending = { key: string } & (
  | { sort: "added"; row: CodingRow }
  | { sort: "removed"; codings: readonly string[] }
  | {
      sort: "changed";
      codings: readonly string[];
      change: Partial<Pick<CodingRow, "code" | "start_char" | "end_char" | "valence" | "basis">>;
    }
);

/** The codings as they will be once everything pending is stored. */
export function withPending(stored: SourceCodings, pending: readonly Pending[]): SourceCodings {
  if (pending.length === 0) return stored;
  const removed = new Set(pending.flatMap((each) => (each.sort === "removed" ? each.codings : [])));
  const columns = removed.size > 0 ? rowsKept(stored, removed) : copied(stored);
  for (const each of pending) {
    if (each.sort === "changed") change(columns, each.codings, each.change);
    if (each.sort === "added" && !removed.has(each.row.id) && !isStored(stored, each.row)) {
      add(columns, each.row);
    }
  }
  return columns;
}

/** The codings that only the page knows yet. */
export function waitingIn(pending: readonly Pending[]): ReadonlySet<string> {
  return new Set(pending.flatMap((each) => (each.sort === "added" ? [each.row.id] : [])));
}

/** Whether the stored codings have one of this code and coder at this very place. */
export function isStored(stored: SourceCodings, row: CodingRow): boolean {
  const code = stored.codes.indexOf(row.code);
  if (code < 0) return false;
  return stored.start_char.some(
    (start, at) =>
      start === row.start_char &&
      stored.end_char[at] === row.end_char &&
      stored.code[at] === code &&
      (row.coder === null || stored.coders[stored.coder[at] ?? -1] === row.coder) &&
      same(stored.region[at] ?? null, row.region),
  );
}

const same = (a: readonly number[] | null, b: readonly number[] | null) =>
  JSON.stringify(a) === JSON.stringify(b);

function copied(stored: SourceCodings): SourceCodings {
  return {
    id: [...stored.id],
    code: [...stored.code],
    codes: [...stored.codes],
    coder: [...stored.coder],
    coders: [...stored.coders],
    start_char: [...stored.start_char],
    end_char: [...stored.end_char],
    valence: [...stored.valence],
    basis: [...stored.basis],
    touched: [...stored.touched],
    coded_on: [...stored.coded_on],
    region: [...stored.region],
  };
}

function rowsKept(stored: SourceCodings, removed: ReadonlySet<string>): SourceCodings {
  const kept = <T>(values: readonly T[]) =>
    values.filter((_, row) => !removed.has(stored.id[row] as string));
  return {
    id: kept(stored.id),
    code: kept(stored.code),
    codes: [...stored.codes],
    coder: kept(stored.coder),
    coders: [...stored.coders],
    start_char: kept(stored.start_char),
    end_char: kept(stored.end_char),
    valence: kept(stored.valence),
    basis: kept(stored.basis),
    touched: kept(stored.touched),
    coded_on: kept(stored.coded_on),
    region: kept(stored.region),
  };
}

function indexIn(values: string[], value: string): number {
  const at = values.indexOf(value);
  return at >= 0 ? at : values.push(value) - 1;
}

function add(columns: SourceCodings, row: CodingRow): void {
  columns.id.push(row.id);
  columns.code.push(indexIn(columns.codes, row.code));
  columns.coder.push(row.coder === null ? -1 : indexIn(columns.coders, row.coder));
  columns.start_char.push(row.start_char);
  columns.end_char.push(row.end_char);
  columns.valence.push(row.valence);
  columns.basis.push(row.basis);
  columns.touched.push(false);
  columns.coded_on.push(row.coded_on);
  columns.region.push(row.region);
}

function change(
  columns: SourceCodings,
  codings: readonly string[],
  to: Extract<Pending, { sort: "changed" }>["change"],
): void {
  for (const id of codings) {
    const row = columns.id.indexOf(id);
    if (row < 0) continue;
    if (to.code !== undefined) columns.code[row] = indexIn(columns.codes, to.code);
    if (to.start_char !== undefined) columns.start_char[row] = to.start_char;
    if (to.end_char !== undefined) columns.end_char[row] = to.end_char;
    if (to.valence !== undefined) columns.valence[row] = to.valence;
    if (to.basis !== undefined) columns.basis[row] = to.basis;
  }
}

/** One coding of the columns; null where it is not among them. */
export function rowOf(columns: SourceCodings, id: string | null): CodingRow | null {
  const row = id === null ? -1 : columns.id.indexOf(id);
  if (row < 0) return null;
  return {
    id: columns.id[row] as string,
    code: columns.codes[columns.code[row] as number] as string,
    coder: columns.coders[columns.coder[row] as number] ?? null,
    start_char: columns.start_char[row] as number,
    end_char: columns.end_char[row] as number,
    valence: columns.valence[row] ?? null,
    basis: columns.basis[row] ?? null,
    coded_on: columns.coded_on[row] as string,
    region: columns.region[row] ?? null,
  };
}

/** The coding before or after one, in the order of the text; from the caret where none is chosen. */
export function codingBeside(
  columns: SourceCodings,
  chosen: string | null,
  caret: number,
  forward: boolean,
  isShown: (coder: string | null) => boolean,
): string | null {
  const rows = columns.id
    .map((_, row) => row)
    .filter((row) => isShown(columns.coders[columns.coder[row] as number] ?? null))
    .sort(
      (a, b) =>
        (columns.start_char[a] as number) - (columns.start_char[b] as number) ||
        (columns.end_char[b] as number) - (columns.end_char[a] as number),
    );
  const at = rows.findIndex((row) => columns.id[row] === chosen);
  if (at >= 0) return columns.id[rows[at + (forward ? 1 : -1)] ?? -1] ?? null;
  const next = forward
    ? rows.find((row) => (columns.start_char[row] as number) >= caret)
    : rows.filter((row) => (columns.start_char[row] as number) < caret).at(-1);
  return columns.id[next ?? -1] ?? null;
}
