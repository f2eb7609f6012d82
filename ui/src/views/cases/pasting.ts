/** Cells from a spreadsheet, laid over the grid: what would be set, and what cannot be. */
import type { CaseCell, CaseRow, CheckedCells, Value } from "../../services/shapes";
import { valueText } from "./grid-columns";
import type { Column } from "./grid-columns";
import type { Range } from "./use-spots";

export interface LaidCell {
  row: CaseRow;
  column: Column;
  text: string;
}

export interface Unfit {
  row: string;
  column: string;
  text: string;
  why: string;
  hint: string | null;
}

export interface PastePlan {
  cells: CaseCell[];
  /** Cells that hold something else now. */
  overwritten: { row: string; column: string; now: string; next: string }[];
  unfit: Unfit[];
  /** Rows and columns of what was copied that lie beyond the grid. */
  rowsBeyond: number;
  columnsBeyond: number;
}

/** Lay copied cells from the range's corner on; one cell fills the whole range. */
export function layCells(
  copied: readonly (readonly string[])[],
  range: Range,
  rows: readonly CaseRow[],
  columns: readonly Column[],
): { cells: LaidCell[]; rowsBeyond: number; columnsBeyond: number } {
  const width = Math.max(0, ...copied.map((row) => row.length));
  const isOne = copied.length === 1 && width === 1;
  const bottom = isOne ? range.bottom : range.top + copied.length - 1;
  const right = isOne ? range.right : range.left + width - 1;
  const cells: LaidCell[] = [];
  for (let at = range.top; at <= Math.min(bottom, rows.length - 1); at += 1) {
    for (let across = range.left; across <= Math.min(right, columns.length - 1); across += 1) {
      const text = isOne ? copied[0]?.[0] : copied[at - range.top]?.[across - range.left];
      const row = rows[at];
      const column = columns[across];
      if (row && column && text !== undefined) cells.push({ row, column, text: text.trim() });
    }
  }
  return {
    cells,
    rowsBeyond: Math.max(0, bottom - rows.length + 1),
    columnsBeyond: Math.max(0, right - columns.length + 1),
  };
}

export interface NameGroupWords {
  name: string;
  group: string;
}

/** The cells of attributes as the desk takes them; names and groups are not pasted over. */
export function splitCells(laid: readonly LaidCell[], words: NameGroupWords) {
  const cells: { cell: CaseCell; laid: LaidCell }[] = [];
  const unfit: Unfit[] = [];
  for (const each of laid) {
    const { row, column, text } = each;
    if (column.sort === "attribute")
      cells.push({ cell: { case: row.id, attribute: column.attribute.id, value: text || null }, laid: each });
    else unfit.push({ row: row.name, column: column.label, text, why: words[column.sort], hint: null });
  }
  return { cells, unfit };
}

/** What setting the cells would change, once the desk has tried them. */
export function planOf(
  laid: readonly { cell: CaseCell; laid: LaidCell }[],
  checked: CheckedCells,
  unfit: readonly Unfit[],
  beyond: { rowsBeyond: number; columnsBeyond: number },
): PastePlan {
  const refused = new Map(checked.refused.map((each) => [each.cell, each]));
  const plan: PastePlan = { ...beyond, cells: [], overwritten: [], unfit: [...unfit] };
  laid.forEach(({ cell, laid: { row, column, text } }, at) => {
    const why = refused.get(at);
    const now: Value = row.values[cell.attribute] ?? null;
    const next: Value = checked.values[at] ?? null;
    if (why) plan.unfit.push({ row: row.name, column: column.label, text, why: why.sentence, hint: why.hint });
    else if (next !== now) {
      plan.cells.push(cell);
      if (now !== null)
        plan.overwritten.push({
          row: row.name,
          column: column.label,
          now: valueText(now),
          next: valueText(next),
        });
    }
  });
  return plan;
}

export const needsLook = (plan: PastePlan) =>
  plan.overwritten.length > 0 || plan.unfit.length > 0 || plan.rowsBeyond > 0 || plan.columnsBeyond > 0;
