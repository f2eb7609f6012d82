/** Codes dropped onto selected text, and selected text dragged onto codes. */

import { EditorSelection, Prec } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { CODE_DRAGGED, PASSAGE_DRAGGED } from "../dragged";
import { events } from "./transcript-state";

const handlers = EditorView.domEventHandlers({
  dragstart(event, view) {
    if (view.state.selection.main.empty) return false;
    event.dataTransfer?.setData(PASSAGE_DRAGGED, "selection");
    return false;
  },
  dragover(event, view) {
    if (!event.dataTransfer?.types.includes(CODE_DRAGGED)) return false;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    view.dom.classList.add("t-receiving");
    return true;
  },
  dragleave(event, view) {
    if (event.relatedTarget instanceof Node && view.dom.contains(event.relatedTarget)) return false;
    view.dom.classList.remove("t-receiving");
    return false;
  },
  drop(event, view) {
    view.dom.classList.remove("t-receiving");
    const code = event.dataTransfer?.getData(CODE_DRAGGED);
    if (!code) return view.state.readOnly;
    event.preventDefault();
    const { main } = view.state.selection;
    if (!main.empty) view.state.facet(events).dropped(code, main.from, main.to);
    else {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at !== null) view.state.facet(events).dropped(code, at, at);
    }
    return true;
  },
});

/** How far a pointer must move before a press on selected words is the beginning of a drag. */
const DRAG_AFTER = 6;

/** A press on selected words drags them, however fast; without moving it puts the caret there. */
const pressOnSelection = EditorView.mouseSelectionStyle.of((view, pressed) => {
  const { main } = view.state.selection;
  if (!view.state.readOnly || main.empty || pressed.button !== 0) return null;
  if (pressed.detail > 1 || pressed.shiftKey) return null;
  const at = view.posAtCoords({ x: pressed.clientX, y: pressed.clientY });
  if (at === null || at < main.from || at > main.to) return null;
  const before = view.state.selection;
  return {
    get(event) {
      const across = Math.abs(event.clientX - pressed.clientX);
      const down = Math.abs(event.clientY - pressed.clientY);
      return across + down > DRAG_AFTER ? before : EditorSelection.single(at);
    },
    update: () => false,
  };
});

export const dropping: Extension = Prec.highest([handlers, pressOnSelection]);
