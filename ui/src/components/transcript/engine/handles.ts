/** Handles at both ends of the chosen coding: a pointer draws its boundaries. Keys do it too. */

import type { Extension } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { snappedToWords } from "../sentences";
import type { Stretch } from "../sentences";
import { changedIn, events, show, shown } from "./transcript-state";

type End = "from" | "to";
interface Place {
  left: number;
  top: number;
  height: number;
}
type Places = Record<End, Place | null>;

const ENDS: readonly End[] = ["from", "to"];

class Handles {
  private readonly dom: HTMLElement;
  private readonly drawn: Record<End, HTMLElement>;
  private dragged: { end: End; coding: string; place: Stretch } | null = null;
  private readonly request = {
    key: this,
    read: (view: EditorView): Places => this.measure(view),
    write: (places: Places) => this.draw(places),
  };

  constructor(readonly view: EditorView) {
    this.dom = view.scrollDOM.appendChild(document.createElement("div"));
    this.dom.className = "t-handles no-print";
    this.dom.ariaHidden = "true"; // the side panel has buttons for it, and keys
    this.drawn = { from: this.newHandle("from"), to: this.newHandle("to") };
    view.requestMeasure(this.request);
  }

  update(update: ViewUpdate): void {
    const before = update.startState.field(shown);
    const after = update.state.field(shown);
    const isOther = changedIn(before, after, "spans", "look", "chosen", "held");
    if (isOther || update.docChanged || update.viewportChanged || update.geometryChanged)
      this.view.requestMeasure(this.request);
  }

  destroy(): void {
    this.dom.remove();
  }

  /** Where the chosen coding lies; null where none is, or where it cannot be changed. */
  private chosen(): { coding: string; place: Stretch } | null {
    const { state } = this.view;
    const { chosen, spans, look } = state.field(shown);
    if (chosen === null || !state.readOnly || !state.facet(events).resized) return null;
    const span = spans.row.findIndex((row) => look(row).id === chosen);
    if (span < 0 || look(spans.row[span] as number).waiting) return null;
    const place = { from: spans.from[span] as number, to: spans.to[span] as number };
    return { coding: chosen, place };
  }

  private measure(view: EditorView): Places {
    const place = this.dragged?.place ?? this.chosen()?.place;
    if (!place) return { from: null, to: null };
    const frame = view.scrollDOM.getBoundingClientRect();
    const { scrollLeft, scrollTop } = view.scrollDOM;
    const at = (end: End): Place | null => {
      const { from, to } = view.viewport;
      if (place[end] < from || place[end] > to) return null;
      const box = view.coordsAtPos(place[end], end === "from" ? 1 : -1);
      if (!box) return null;
      return {
        left: box.left - frame.left + scrollLeft,
        top: box.top - frame.top + scrollTop,
        height: box.bottom - box.top,
      };
    };
    return { from: at("from"), to: at("to") };
  }

  private draw(places: Places): void {
    for (const end of ENDS) {
      const place = places[end];
      const { style } = this.drawn[end];
      this.drawn[end].hidden = place === null;
      if (!place) continue;
      style.left = `${place.left}px`;
      style.top = `${place.top}px`;
      style.height = `${place.height}px`;
    }
  }

  private newHandle(end: End): HTMLElement {
    const handle = this.dom.appendChild(document.createElement("span"));
    handle.className = `t-handle t-handle-${end}`;
    handle.hidden = true;
    handle.addEventListener("pointerdown", (event) => {
      const chosen = this.chosen();
      if (!chosen || event.button !== 0) return;
      event.preventDefault(); // no selection begins, and the focus stays
      handle.setPointerCapture(event.pointerId);
      this.dragged = { ...chosen, end };
    });
    handle.addEventListener("pointermove", (event) => this.drag(event));
    handle.addEventListener("pointerup", () => this.drop(true));
    handle.addEventListener("pointercancel", () => this.drop(false));
    return handle;
  }

  private drag({ clientX: x, clientY: y }: PointerEvent): void {
    if (!this.dragged) return;
    const { end, place } = this.dragged;
    const at = this.view.posAtCoords({ x, y });
    if (at === null) return;
    const moved = snapped(this.view, { ...place, [end]: at }, end);
    if (moved.from >= moved.to || (moved.from === place.from && moved.to === place.to)) return;
    this.dragged.place = moved;
    this.view.dispatch({ effects: show.of({ held: moved }) });
  }

  private drop(isWanted: boolean): void {
    if (!this.dragged) return;
    const { coding, place } = this.dragged;
    const before = this.chosen()?.place;
    this.dragged = null;
    this.view.dispatch({ effects: show.of({ held: null }) });
    const isMoved = before && (before.from !== place.from || before.to !== place.to);
    if (isWanted && isMoved) this.view.state.facet(events).resized?.(coding, place.from, place.to);
  }
}

/** The dragged end at the edge of a word; the other end stays where it is. */
function snapped(view: EditorView, place: Stretch, end: End): Stretch {
  if (place.from >= place.to) return place;
  const near = Math.max(0, place.from - 400);
  const text = view.state.sliceDoc(near, place.to + 400);
  const { language } = view.state.facet(events);
  const words = snappedToWords(text, { from: place.from - near, to: place.to - near }, language);
  return { ...place, [end]: near + words[end] };
}

export const handles: Extension = ViewPlugin.fromClass(Handles);
