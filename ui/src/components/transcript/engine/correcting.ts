/** Reading or correcting: what may be changed, and what stays as it is. */

import { Compartment, EditorState } from "@codemirror/state";
import type { Extension, Transaction } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { history, historyKeymap } from "@codemirror/commands";
import { movingKeys } from "./moving";
import { shown } from "./transcript-state";
import { turnAt } from "../turns";

const mode = new Compartment();

/** Speakers' labels and the break before them stay: only the words may be corrected. */
function protectedPlaces(transaction: Transaction): readonly number[] | true {
  const { turns } = transaction.startState.field(shown);
  const places: number[] = [];
  transaction.changes.iterChangedRanges((from, to) => {
    let turn = Math.max(turnAt(turns, from), 0);
    for (; turn < turns.start.length && (turns.start[turn] as number) <= to + 1; turn++) {
      const start = turns.start[turn] as number;
      const speech = turns.speech[turn] as number;
      if (speech === start) continue;
      const before = transaction.startState.sliceDoc(Math.max(0, start - 4), start);
      const breaks = before.length - before.trimEnd().length;
      places.push(start - breaks, speech);
    }
  });
  return places.length === 0 ? true : places;
}

/** What reading and correcting let a person do. */
export function modeOf(correcting: boolean): Extension {
  if (!correcting) {
    return [EditorState.readOnly.of(true), EditorView.editable.of(false), movingKeys(false)];
  }
  return [
    history(),
    EditorState.changeFilter.of(protectedPlaces),
    EditorView.contentAttributes.of({ spellcheck: "true", autocorrect: "off" }),
    keymap.of(historyKeymap),
    movingKeys(true),
  ];
}

/** The extension that holds the mode; the text opens for reading. */
export const readingMode: Extension = mode.of(modeOf(false));

/** Let the words be corrected, or close them again. */
export function setCorrecting(view: EditorView, correcting: boolean): void {
  view.dispatch({ effects: mode.reconfigure(modeOf(correcting)) });
}
