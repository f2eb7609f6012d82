/** Moving and selecting by keyboard: by character, word, line, sentence and turn. */

import { EditorSelection } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import type { EditorView, KeyBinding } from "@codemirror/view";
import { standardKeymap } from "@codemirror/commands";
import { sentenceAt, sentenceStep, snappedToWords } from "../sentences";
import { turnAt, turnStep } from "../turns";
import { chooseAt } from "./coding-marks";
import { events, shown } from "./transcript-state";

/** Select a stretch, the caret at its end, and bring it into view. */
export function selectStretch(view: EditorView, from: number, to: number): void {
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
}

function moveHead(view: EditorView, head: number | null, extend: boolean): boolean {
  if (head === null) return true;
  const { anchor } = view.state.selection.main;
  view.dispatch({
    selection: EditorSelection.single(extend ? anchor : head, head),
    scrollIntoView: true,
  });
  return true;
}

function bySentence(forward: boolean, extend: boolean) {
  return (view: EditorView): boolean => {
    const { doc, selection } = view.state;
    const { language } = view.state.facet(events);
    let line = doc.lineAt(selection.main.head);
    let step = sentenceStep(line.text, selection.main.head - line.from, forward, language);
    while (step === null) {
      const number = line.number + (forward ? 1 : -1);
      if (number < 1 || number > doc.lines) return true;
      line = doc.line(number);
      if (line.text.trim() === "") continue;
      const start = firstWords(view, line.from) - line.from;
      step = forward ? start : sentenceStep(line.text, line.length + 1, false, language);
    }
    return moveHead(view, Math.max(line.from + step, firstWords(view, line.from)), extend);
  };
}

/** Where the words of a line begin, past a speaker's label. */
function firstWords(view: EditorView, lineStart: number): number {
  const { turns } = view.state.field(shown);
  const turn = turnAt(turns, lineStart);
  const speech = turns.speech[turn];
  return speech !== undefined && (turns.start[turn] as number) >= lineStart ? speech : lineStart;
}

function byTurn(forward: boolean, extend: boolean) {
  return (view: EditorView): boolean => {
    const { turns } = view.state.field(shown);
    return moveHead(view, turnStep(turns, view.state.selection.main.head, forward), extend);
  };
}

/** Select the sentence at the caret; with a selection, take the turn's next sentence in. */
export function selectSentence(view: EditorView): void {
  const { doc, selection } = view.state;
  const { main } = selection;
  const { language } = view.state.facet(events);
  const { turns } = view.state.field(shown);
  const turnEnd = turns.end[turnAt(turns, main.to)] ?? doc.length;
  let line = doc.lineAt(main.to);
  let sentence = sentenceAt(line.text, main.to - line.from, language);
  while (!sentence || (!main.empty && line.from + sentence.to <= main.to)) {
    if (line.to + 1 >= turnEnd || line.number === doc.lines) return;
    line = doc.line(line.number + 1);
    sentence = sentenceAt(line.text, 0, language);
  }
  const from = Math.max(line.from + sentence.from, firstWords(view, line.from));
  selectStretch(view, main.empty ? from : main.from, line.from + sentence.to);
}

/** Select the words of the turn at the caret. */
export function selectTurn(view: EditorView): void {
  const { turns } = view.state.field(shown);
  const turn = turnAt(turns, view.state.selection.main.head);
  const speech = turns.speech[turn];
  if (speech === undefined) return;
  const end = turns.end[turn] as number;
  const words = view.state.sliceDoc(speech, end);
  selectStretch(view, speech, speech + words.trimEnd().length);
}

/** Widen the selection to whole words. */
export function snapSelection(view: EditorView): void {
  const { main } = view.state.selection;
  if (main.empty) return;
  const near = Math.max(0, main.from - 400);
  const text = view.state.sliceDoc(near, main.to + 400);
  const { language } = view.state.facet(events);
  const own = { from: main.from - near, to: main.to - near };
  const snapped = snappedToWords(text, own, language);
  selectStretch(view, near + snapped.from, near + snapped.to);
}

/** Drop the selection, then the chosen coding. */
function drop(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return moveHead(view, main.head, false);
  if (view.state.field(shown).chosen === null) return false;
  view.state.facet(events).coding(null);
  return true;
}

const keys: KeyBinding[] = [
  { key: "Alt-ArrowDown", run: bySentence(true, false), shift: bySentence(true, true) },
  { key: "Alt-ArrowUp", run: bySentence(false, false), shift: bySentence(false, true) },
  { key: "Ctrl-ArrowDown", run: byTurn(true, false), shift: byTurn(true, true) },
  { key: "Ctrl-ArrowUp", run: byTurn(false, false), shift: byTurn(false, true) },
  { key: "Escape", run: drop },
];

const reading: KeyBinding[] = [
  { key: "Enter", run: (view) => chooseAt(view, view.state.selection.main.head) },
  {
    key: "Space",
    run: (view) => {
      const { toggle } = view.state.facet(events);
      toggle?.();
      return toggle !== null;
    },
  },
];

/** Without those that change the text: they belong to the page, where Delete takes a coding away. */
const quietKeys = standardKeymap.filter(({ key }) => !/(Backspace|Delete|Enter)$/.test(key ?? ""));

/** The keys for moving; while reading, Enter chooses the coding at the caret. */
export function movingKeys(correcting: boolean): Extension {
  return keymap.of([...keys, ...(correcting ? standardKeymap : [...reading, ...quietKeys])]);
}
