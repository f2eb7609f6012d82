/** What the page may ask of an open transcript. Places are code points, as the study counts. */

import { EditorView } from "@codemirror/view";
import type { Span } from "../../services/address";
import type { TextPositions } from "../../services/text-positions";
import { selectSentence, selectStretch, selectTurn, snapSelection } from "./engine/moving";
import { showIn } from "./engine/open-transcript";
import { shown } from "./engine/transcript-state";
import { nextPlace, placesOf } from "./found-words";

export interface Selected extends Span {
  text: string;
}

export interface TranscriptHandle {
  focus(): void;
  selection(): Selected;
  /** Select a place and bring it into view, the focus left where it is. */
  select(place: Span): void;
  /** Bring a place into view without selecting it. */
  reveal(place: Span): void;
  drop(): void;
  selectSentence(): void;
  selectTurn(): void;
  snap(): void;
  /** Where the selection's last line stands on the page, for what opens beside it. */
  selectionBox(): DOMRect | null;
  /** Keep a place marked while the focus is in a picker or a form. */
  hold(place: Span | null): void;
  find(words: string): number;
  findNext(forward: boolean): { at: number; of: number };
  /** The text as it stands, corrections included. */
  draft(): string;
  /** Put a text in place of what is being corrected. */
  putDraft(text: string): void;
}

/** The questions answered for one view and its ways of counting. */
export function handleFor(view: EditorView, positions: () => TextPositions): TranscriptHandle {
  const units = (place: Span) => ({
    from: positions().toUnit(place.start_char),
    to: positions().toUnit(place.end_char),
  });
  return {
    focus: () => view.focus(),
    selection() {
      const { from, to } = view.state.selection.main;
      return {
        start_char: positions().toChar(from),
        end_char: positions().toChar(to),
        text: view.state.sliceDoc(from, to),
      };
    },
    select(place) {
      const { from, to } = units(place);
      selectStretch(view, from, to);
      bringIntoView(view, from, to);
    },
    reveal(place) {
      const { from, to } = units(place);
      bringIntoView(view, from, to);
    },
    drop() {
      const { head } = view.state.selection.main;
      view.dispatch({ selection: { anchor: head } });
    },
    selectSentence: () => selectSentence(view),
    selectTurn: () => selectTurn(view),
    snap: () => snapSelection(view),
    selectionBox() {
      const { from, to } = view.state.selection.main;
      const end = view.coordsAtPos(to, -1);
      if (!end) return null;
      const start = view.coordsAtPos(from, 1);
      const left = start && start.top === end.top ? start.left : end.left - 160;
      return new DOMRect(left, end.top, Math.max(1, end.right - left), end.bottom - end.top);
    },
    hold: (place) => showIn(view, { held: place && units(place) }),
    find(words) {
      const found = placesOf(view.state.doc.toString(), words);
      showIn(view, { found, foundAt: -1 });
      return found.length;
    },
    findNext(forward) {
      const { found, foundAt } = view.state.field(shown);
      const from = found[foundAt]?.from ?? view.state.selection.main.from - 1;
      const at = nextPlace(found, from, forward);
      const place = found[at];
      if (place) {
        showIn(view, { foundAt: at });
        selectStretch(view, place.from, place.to);
        bringIntoView(view, place.from, place.to);
      }
      return { at, of: found.length };
    },
    draft: () => view.state.doc.toString(),
    putDraft(text) {
      const current = view.state.doc.toString();
      const same = sameEnds(current, text);
      view.dispatch({
        changes: {
          from: same.start,
          to: current.length - same.end,
          insert: text.slice(same.start, text.length - same.end),
        },
        filter: false,
      });
    },
  };
}

/** How much two texts share at their starts and at their ends. */
function sameEnds(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

function bringIntoView(view: EditorView, from: number, to: number): void {
  const box = view.scrollDOM.getBoundingClientRect();
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  const inView = start && end && start.top >= box.top + 24 && end.bottom <= box.bottom - 24;
  if (inView) return;
  view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "start", yMargin: 120 }) });
}
