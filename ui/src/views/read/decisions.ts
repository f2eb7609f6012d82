/** What constant comparison can decide, with the key of each. */

import type { Decision } from "./reading-context";

export const DECISIONS: readonly {
  decision: Decision;
  key: string;
  word: "same" | "newCode" | "split" | "redefine";
}[] = [
  { decision: "same", key: "s", word: "same" },
  { decision: "new_code", key: "w", word: "newCode" },
  { decision: "split", key: "p", word: "split" },
  { decision: "redefine", key: "r", word: "redefine" },
];
