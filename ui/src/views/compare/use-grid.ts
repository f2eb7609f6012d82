/** Moving through a grid by keys: one cell is in hand, and only it can be reached by Tab. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";

/** A place in the table as shown: its last row and column are the totals. */
export interface GridPlace {
  row: number;
  column: number;
}

interface Options {
  rows: number;
  columns: number;
  start: GridPlace;
  /** Bring a row into sight: those far away are not on the page. */
  reveal: (row: number) => void;
  onOpen: (place: GridPlace) => void;
}

const PAGE = 12;

const cellAt = (grid: HTMLElement | null, { row, column }: GridPlace) =>
  grid?.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);

export function useGrid(grid: RefObject<HTMLTableElement | null>, options: Options) {
  const { rows, columns, start, reveal, onOpen } = options;
  const [wanted, setPlace] = useState(start);
  const isFocusWanted = useRef(false);
  const place = {
    row: Math.max(0, Math.min(wanted.row, rows - 1)),
    column: Math.max(0, Math.min(wanted.column, columns - 1)),
  };

  useEffect(() => {
    if (!isFocusWanted.current) return;
    const cell = cellAt(grid.current, place);
    if (!cell) return;
    isFocusWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const go = useCallback(
    (to: GridPlace) => {
      isFocusWanted.current = true;
      setPlace({ ...to });
      reveal(to.row);
    },
    [reveal],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey) return;
    const far = event.ctrlKey || event.metaKey;
    const { row, column } = place;
    const last = { row: rows - 1, column: columns - 1 };
    const steps: Record<string, () => void> = {
      ArrowUp: () => go({ row: far ? 0 : Math.max(0, row - 1), column }),
      ArrowDown: () => go({ row: far ? last.row : Math.min(last.row, row + 1), column }),
      ArrowLeft: () => go({ row, column: far ? 0 : Math.max(0, column - 1) }),
      ArrowRight: () => go({ row, column: far ? last.column : Math.min(last.column, column + 1) }),
      PageUp: () => go({ row: Math.max(0, row - PAGE), column }),
      PageDown: () => go({ row: Math.min(last.row, row + PAGE), column }),
      Home: () => go({ row: far ? 0 : row, column: 0 }),
      End: () => go({ row: far ? last.row : row, column: last.column }),
      Enter: () => onOpen(place),
      " ": () => onOpen(place),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  /** Back to the cell in hand. */
  const focus = useCallback(() => go(place), [go, place.row, place.column]); // eslint-disable-line react-hooks/exhaustive-deps
  return { place, setPlace, go, focus, onKeyDown };
}
