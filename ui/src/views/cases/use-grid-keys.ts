/** The keys of the grid, as people know them from a spreadsheet. */
import type { KeyboardEvent } from "react";

import { HEAD } from "./use-spots";
import type { Spots } from "./use-spots";

export interface GridActs {
  /** Open the cell; with a letter that was typed, it starts with that. */
  edit: (typed?: string) => void;
  clear: () => void;
  fillDown: () => void;
  openHead: () => void;
}

const PAGE = 12;

export function gridKeys(spots: Spots, rows: number, columns: number, acts: GridActs) {
  const { row, column, move } = spots;
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-PAGE, 0],
    PageDown: [PAGE, 0],
  };

  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    const key = event.key;
    const step = steps[key];
    if (event.altKey) return;
    if (step) {
      const [down, across] = step;
      const least = event.shiftKey ? 0 : HEAD;
      if (isMod) {
        const ends: [number, number] = [
          down < 0 ? 0 : down > 0 ? rows - 1 : row,
          across < 0 ? 0 : across > 0 ? columns - 1 : column,
        ];
        move(ends[0], ends[1], event.shiftKey);
      } else
        move(
          Math.max(least, Math.min(row + down, rows - 1)),
          Math.max(0, Math.min(column + across, columns - 1)),
          event.shiftKey,
        );
    } else if (key === "Home") move(isMod ? 0 : row, 0, event.shiftKey);
    else if (key === "End") move(isMod ? rows - 1 : row, columns - 1, event.shiftKey);
    else if (isMod && key.toLowerCase() === "a") {
      move(0, 0);
      move(rows - 1, columns - 1, true);
    } else if (isMod && key.toLowerCase() === "d") acts.fillDown();
    else if (isMod) return;
    else if (key === "Tab") {
      // At the grid's ends Tab goes on, as everywhere.
      const next = column + (event.shiftKey ? -1 : 1);
      if (next >= 0 && next < columns) move(row, next);
      else if (!event.shiftKey && row < rows - 1) move(row + 1, 0);
      else if (event.shiftKey && row > HEAD) move(row - 1, columns - 1);
      else return;
    } else if (row === HEAD) {
      if (key === "Enter" || key === " " || key === "F2") acts.openHead();
      else return;
    } else if (key === "Enter" || key === "F2") acts.edit();
    else if (key === "Delete" || key === "Backspace") acts.clear();
    else if (key === "Escape") {
      if (spots.range.top !== spots.range.bottom || spots.range.left !== spots.range.right)
        move(row, column);
      else return;
    } else if (key.length === 1) acts.edit(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
