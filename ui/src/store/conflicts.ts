/** What a merge left for people to settle, and settling it. */
import { useState } from "react";

import type { ConflictRow } from "../services/shapes";
import { useConflicts, useUndoing } from "./history";
import { useCanWrite } from "./study";

const NONE: ConflictRow[] = [];

/** All that a list of conflicts shows and does. */
export function useSettling() {
  const { data } = useConflicts();
  const { settle } = useUndoing();
  const canWrite = useCanWrite();
  const [isBusy, setBusy] = useState(false);
  const onSettle = async ({ entity, field }: ConflictRow, value: ConflictRow["shown"]) => {
    setBusy(true);
    await settle({ entity, field, value });
    setBusy(false);
  };
  return {
    conflicts: data ?? NONE,
    canWrite,
    isBusy,
    onSettle: (conflict: ConflictRow, value: ConflictRow["shown"]) => void onSettle(conflict, value),
  };
}
