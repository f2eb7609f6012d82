/** Moving the ends of the chosen coding, by word or to the selection. */

import type { Span } from "../../services/address";
import type { CodingRow } from "../../store/pending-codings";
import { movedSpan } from "./place-in-hand";
import { useReadingView } from "./reading-context";

export function useBoundaries(coding: CodingRow | null, selected: Span) {
  const { acts, text } = useReadingView();
  const isOther =
    coding !== null &&
    selected.end_char > selected.start_char &&
    (selected.start_char !== coding.start_char || selected.end_char !== coding.end_char);
  const overlaps =
    coding !== null &&
    selected.start_char < coding.end_char &&
    selected.end_char > coding.start_char;

  return {
    /** Move one end by a word. */
    move: (end: "start" | "end", forward: boolean) => {
      const moved = coding && movedSpan(text.text, coding, end, forward);
      if (coding && moved) void acts.change(coding.id, moved);
    },
    canUse: isOther && overlaps,
    useSelection: () => {
      if (coding) {
        const { start_char, end_char } = selected;
        void acts.change(coding.id, { start_char, end_char });
      }
    },
  };
}
