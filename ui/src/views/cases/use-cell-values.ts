/** Setting cells: what was typed shows at once, and is taken back where the desk refuses it. */
import { useState } from "react";

import type { CaseCell, CaseRow } from "../../services/shapes";
import type { ActOptions } from "../../store/acting";
import { useCaseActs } from "../../store/cases";
import { cellText } from "./grid-columns";
import type { Column } from "./grid-columns";

interface Pending {
  text: string;
  /** When the answers came that were shown as it was stored; null while it is on its way. */
  storedAt: number | null;
}

const keyOf = (row: string, column: string) => `${row} ${column}`;

export interface CellValues {
  text: (row: CaseRow, column: Column) => string;
  set: (cells: CaseCell[], options?: ActOptions) => Promise<boolean>;
}

export function useCellValues(answeredAt: number): CellValues {
  const { setValues } = useCaseActs();
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());

  const text = (row: CaseRow, column: Column) => {
    const waiting = pending.size > 0 ? pending.get(keyOf(row.id, column.key)) : undefined;
    const isShown = waiting && (waiting.storedAt === null || answeredAt <= waiting.storedAt);
    return isShown ? waiting.text : cellText(row, column);
  };

  const set = async (cells: CaseCell[], options: ActOptions = {}) => {
    const mark = (change: (map: Map<string, Pending>, key: string, cell: CaseCell) => void) =>
      setPending((before) => {
        const map = new Map(before);
        for (const cell of cells) change(map, keyOf(cell.case, cell.attribute), cell);
        return map;
      });
    mark((map, key, { value }) => map.set(key, { text: String(value ?? ""), storedAt: null }));
    const saved = await setValues(cells, options);
    mark((map, key, { value }) => {
      if (saved) map.set(key, { text: String(value ?? ""), storedAt: answeredAt });
      else map.delete(key);
    });
    return saved !== null;
  };

  return { text, set };
}

