import type { OperationRow } from "../../services/shapes";
import { dayOf } from "../../services/days";

export type Row =
  | { is: "day"; day: string }
  | { is: "operation"; operation: OperationRow; at: number };

/** The operations under the days on which they were done; `at` counts the operations alone. */
export function rowsOf(operations: readonly OperationRow[]): Row[] {
  const rows: Row[] = [];
  let last = "";
  operations.forEach((operation, at) => {
    const day = dayOf(new Date(operation.wall_ms));
    // A clock that went wrong, or another's work that came later, may go back and forth.
    if (day !== last) rows.push({ is: "day", day });
    last = day;
    rows.push({ is: "operation", operation, at });
  });
  return rows;
}

export const keyOfRow = (row: Row, index: number): string =>
  row.is === "day" ? `${row.day} ${index}` : row.operation.operation;
