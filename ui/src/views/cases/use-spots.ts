/** Where one is in the grid, and the range from there; by case and column, so that it stays on
 * its case when others come or the order changes. */
import { useCallback, useMemo, useState } from "react";

import type { CaseRow } from "../../services/shapes";
import type { Column } from "./grid-columns";

/** The row of heads stands above the first case. */
export const HEAD = -1;

interface Spot {
  row: string | null;
  column: string;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Spots {
  row: number;
  column: number;
  range: Range;
  move: (row: number, column: number, keepsAnchor?: boolean) => void;
}

export function useSpots(
  rows: readonly CaseRow[],
  columns: readonly Column[],
  first: string | null,
): Spots {
  const [at, setAt] = useState<Spot>({ row: first ?? "", column: "name" });
  const [anchor, setAnchor] = useState<Spot>(at);
  const rowPlaces = useMemo(() => new Map(rows.map(({ id }, place) => [id, place])), [rows]);
  const columnPlaces = useMemo(
    () => new Map(columns.map(({ key }, place) => [key, place])),
    [columns],
  );
  const none = rows.length === 0 ? HEAD : 0;
  const rowOf = (spot: Spot) => (spot.row === null ? HEAD : (rowPlaces.get(spot.row) ?? none));
  const columnOf = (spot: Spot) => columnPlaces.get(spot.column) ?? 0;
  const row = rowOf(at);
  const column = columnOf(at);
  const other = row === HEAD ? HEAD : Math.max(rowOf(anchor), none);
  const otherColumn = row === HEAD ? column : columnOf(anchor);

  const move = useCallback(
    (toRow: number, toColumn: number, keepsAnchor = false) => {
      const spot: Spot = {
        row: toRow <= HEAD ? null : (rows[Math.min(toRow, rows.length - 1)]?.id ?? null),
        column: columns[Math.max(0, Math.min(toColumn, columns.length - 1))]?.key ?? "name",
      };
      setAt(spot);
      if (!keepsAnchor) setAnchor(spot);
    },
    [rows, columns],
  );

  return {
    row,
    column,
    move,
    range: {
      top: Math.min(row, other),
      bottom: Math.max(row, other),
      left: Math.min(column, otherColumn),
      right: Math.max(column, otherColumn),
    },
  };
}
