/** Which rows of a matrix are shown, and in which order. */
import type { Matrix } from "../../services/shapes";

export type Order = "given" | "name" | "total";

export interface ShownRow {
  /** Its number in the matrix. */
  index: number;
  label: string;
  name: string;
  depth: number;
  isTop: boolean;
}

/** Rows in order; codes stay below the code that they belong to, and only siblings change places. */
export function shownRows(matrix: Matrix, order: Order, hidesEmpty: boolean): ShownRow[] {
  const isTree = matrix.rows.some(({ depth }) => depth > 0);
  const rows = matrix.rows.map(({ label, name, depth }, index): ShownRow => {
    return { index, label, name, depth, isTop: isTree && depth === 0 };
  });
  const ordered = order === "given" ? rows : flat(treeOf(rows), comparing(matrix, order));
  return hidesEmpty ? ordered.filter(({ index }) => (matrix.row_totals[index] ?? 0) > 0) : ordered;
}

interface Branch {
  row: ShownRow;
  below: Branch[];
}

function treeOf(rows: readonly ShownRow[]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = []; // the branches above the row in hand, the nearest last
  for (const row of rows) {
    while (open.length > 0 && (open.at(-1)?.row.depth ?? 0) >= row.depth) open.pop();
    const branch = { row, below: [] };
    (open.at(-1)?.below ?? top).push(branch);
    open.push(branch);
  }
  return top;
}

function flat(branches: Branch[], compare: (a: Branch, b: Branch) => number): ShownRow[] {
  return [...branches].sort(compare).flatMap(({ row, below }) => [row, ...flat(below, compare)]);
}

function comparing(matrix: Matrix, order: Order): (a: Branch, b: Branch) => number {
  const byName = new Intl.Collator(undefined, { numeric: true }).compare;
  const total = ({ row }: Branch) => matrix.row_totals[row.index] ?? 0;
  if (order === "name") return (a, b) => byName(a.row.name, b.row.name);
  return (a, b) => total(b) - total(a) || a.row.index - b.row.index;
}
