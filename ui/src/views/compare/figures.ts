/** The numbers of a matrix by place, where -1 stands for a total. */
import type { Matrix } from "../../services/shapes";

export const ALL = -1;
/** The word by which the desk asks for a total. */
export const ALL_LABEL = "All";

/** What is counted by passages has no “of how many” in each cell: it would say nothing. */
const WITHOUT_OF = new Set(["passages", "codings", "words"]);
const FEW = 3;
const SMALL = 10;

export interface Figure {
  value: number;
  of: number | null;
  /** How much of the bar is filled, 0 to 1. */
  share: number;
}

export const hasOf = (matrix: Matrix) => !WITHOUT_OF.has(matrix.count);

export function valueAt(matrix: Matrix, row: number, column: number): number {
  if (row === ALL && column === ALL) return matrix.total;
  if (row === ALL) return matrix.column_totals[column] ?? 0;
  if (column === ALL) return matrix.row_totals[row] ?? 0;
  return matrix.cells[row]?.[column] ?? 0;
}

export function ofAt(matrix: Matrix, row: number, column: number): number | null {
  if (!hasOf(matrix)) return null;
  const { rows, columns, total } = matrix.of;
  return (column === ALL ? null : columns?.[column]) ?? (row === ALL ? null : rows?.[row]) ?? total;
}

/** A function of the figures of a matrix: bars without an “of” stand against the largest cell. */
export function figuresOf(matrix: Matrix): (row: number, column: number) => Figure {
  const largest = matrix.cells.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0);
  const largestRow = matrix.row_totals.reduce((a, b) => Math.max(a, b), 0);
  const largestColumn = matrix.column_totals.reduce((a, b) => Math.max(a, b), 0);
  return (row, column) => {
    const value = valueAt(matrix, row, column);
    const of = ofAt(matrix, row, column);
    const against =
      row === ALL && column === ALL ? matrix.total : row === ALL ? largestColumn : column === ALL ? largestRow : largest;
    const whole = of ?? against;
    return { value, of, share: whole > 0 ? Math.min(value / whole, 1) : 0 };
  };
}

/** Cells of people of which there are one or two, and whether any column is small. */
export function smallNumbers(matrix: Matrix): { few: number; isSmall: boolean } {
  if (matrix.count !== "participants") return { few: 0, isSmall: false };
  const few = matrix.cells.flat().filter((value) => value > 0 && value < FEW).length;
  const stands = [...(matrix.of.columns ?? []), ...(matrix.of.rows ?? [])];
  return { few, isSmall: few > 0 || stands.some((of) => of > 0 && of < SMALL) };
}
