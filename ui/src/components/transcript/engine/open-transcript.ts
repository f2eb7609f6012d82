/** Opens a CodeMirror view of a transcript: read-only, virtual, every control character visible. */

import { EditorState } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars } from "@codemirror/view";
import { codingMarks } from "./coding-marks";
import { readingMode } from "./correcting";
import { dropping } from "./dropping";
import { handles } from "./handles";
import { hoverCard } from "./hover-card";
import { otherMarks } from "./other-marks";
import { stripes } from "./stripes";
import { events, NOTHING_SHOWN, show, shown } from "./transcript-state";
import type { TranscriptEvents, TranscriptShown } from "./transcript-state";
import { turnLabels } from "./turn-labels";

export interface Opening {
  parent: HTMLElement;
  text: string;
  shown: Partial<TranscriptShown>;
  events: TranscriptEvents;
  label: string;
  nonce: string;
  /** Where the reader was: the position at the top, and the caret's. */
  at: { top: number; head: number };
}

/** Embeddings and overrides of direction, which could make words read as they do not stand. */
const DIRECTION_CONTROLS = /[\u202a-\u202c\u2068]/g;

function extensions(opening: Opening): Extension {
  return [
    EditorState.lineSeparator.of("\n"),
    EditorView.cspNonce.of(opening.nonce),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      "aria-label": opening.label,
      "aria-readonly": "true",
      tabindex: "0",
    }),
    events.of(opening.events),
    drawSelection({ cursorBlinkRate: 0 }),
    highlightSpecialChars({ addSpecialChars: DIRECTION_CONTROLS }),
    otherMarks,
    codingMarks,
    turnLabels,
    stripes,
    handles,
    hoverCard,
    dropping,
    readingMode,
    EditorView.updateListener.of((update) => {
      const { main } = update.state.selection;
      if (update.selectionSet) opening.events.selected(main.from, main.to);
      if (update.docChanged && !update.startState.readOnly) opening.events.edited();
    }),
  ];
}

/** Beyond this CodeMirror leaves gaps within a line, and draws them wrongly at the first paint. */
const LONG_LINE = 10_000;

function hasLongLine(text: string): boolean {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    if ((end < 0 ? text.length : end) - from > LONG_LINE) return true;
    if (end < 0) return false;
    from = end + 1;
  }
  return false;
}

/** A view in `parent`, showing everything at once rather than text first and marks later. */
export function openTranscript(opening: Opening): EditorView {
  const { parent, text } = opening;
  const { top, head } = opening.at;
  const selection = { anchor: Math.min(head, text.length) };
  const scrollTo = EditorView.scrollIntoView(Math.min(top, text.length), { y: "start" });
  if (!hasLongLine(text)) {
    const known = shown.init(() => ({ ...NOTHING_SHOWN, ...opening.shown }));
    const state = EditorState.create({
      doc: text,
      selection,
      extensions: [known, extensions(opening)],
    });
    return new EditorView({ parent, state, ...(top > 0 ? { scrollTo } : {}) });
  }
  // A change, unlike a first paint, leaves gaps of the right height.
  const view = new EditorView({ parent, extensions: [shown, extensions(opening)] });
  view.dispatch({
    changes: { from: 0, insert: text },
    selection,
    effects: [show.of(opening.shown), ...(top > 0 ? [scrollTo] : [])],
    filter: false,
  });
  return view;
}

/** Where somebody is reading: the position at the top of what is seen, and the caret's. */
export function placeOf(view: EditorView): { top: number; head: number } {
  const top = view.lineBlockAtHeight(view.scrollDOM.scrollTop).from;
  return { top: view.scrollDOM.scrollTop < 10 ? 0 : top, head: view.state.selection.main.head };
}

/** Change what is shown besides the text. */
export function showIn(view: EditorView, change: Partial<TranscriptShown>): void {
  view.dispatch({ effects: show.of(change) });
}
