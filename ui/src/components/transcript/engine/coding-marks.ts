/** Codings tint the words they lie on; overlaps stack their underlines. Only what is in view. */

import { RangeSetBuilder } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";
import type { DecorationSet, EditorView, ViewUpdate } from "@codemirror/view";
import { LANES, segmentsWithin, spansAt } from "../spans";
import type { Segment } from "../spans";
import { changedIn, events, shown } from "./transcript-state";
import type { TranscriptShown } from "./transcript-state";

const marks = new Map<string, Decoration>();

/** One mark for each way that a stretch can look, shared by all stretches that look so. */
function markFor(segment: Segment, state: TranscriptShown): Decoration {
  const colours: string[] = [];
  let tint = "";
  let dense = false;
  let chosen = false;
  let waiting = false;
  for (const span of segment.spans) {
    const look = state.look(state.spans.row[span] as number);
    const lane = state.spans.lane[span] as number;
    if (lane >= LANES) dense = true;
    else colours[lane] = look.colour;
    if (look.waiting) waiting = true;
    if (look.id === state.chosen) {
      chosen = true;
      tint = look.colour;
    } else if (tint === "") tint = look.colour;
  }
  const rules = [`--tint:${tint}`];
  colours.forEach((colour, lane) => rules.push(`--k${lane + 1}:${colour}`));
  const classes = ["t-mark"];
  if (dense) classes.push("t-dense");
  if (chosen) classes.push("t-chosen");
  if (waiting) classes.push("t-waiting");
  const key = `${classes.join(" ")};${rules.join(";")}`;
  let mark = marks.get(key);
  if (!mark) {
    mark = Decoration.mark({ class: classes.join(" "), attributes: { style: rules.join(";") } });
    marks.set(key, mark);
  }
  return mark;
}

function marksInView(view: EditorView): DecorationSet {
  const state = view.state.field(shown);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const segment of segmentsWithin(state.spans, from, to)) {
      builder.add(segment.from, segment.to, markFor(segment, state));
    }
  }
  return builder.finish();
}

const codings = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = marksInView(view);
    }

    update(update: ViewUpdate): void {
      const before = update.startState.field(shown);
      const after = update.state.field(shown);
      if (
        update.docChanged ||
        update.viewportChanged ||
        changedIn(before, after, "spans", "look", "chosen")
      ) {
        this.decorations = marksInView(update.view);
      }
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    eventHandlers: {
      click(event, view) {
        if (!(event.target instanceof Element) || event.button !== 0) return;
        if (!view.state.selection.main.empty) return;
        if (!event.target.closest(".t-mark")) {
          if (event.target.closest(".cm-line")) view.state.facet(events).coding(null);
          return;
        }
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (position !== null) chooseAt(view, position);
      },
    },
  },
);

/** Choose the coding at a position; asked again, the next one that lies there. */
export function chooseAt(view: EditorView, position: number): boolean {
  const state = view.state.field(shown);
  let here = spansAt(state.spans, position);
  if (here.length === 0 && position > 0) here = spansAt(state.spans, position - 1);
  if (here.length === 0) return false;
  const ids = here.map((span) => state.look(state.spans.row[span] as number).id);
  const next = ids[(ids.indexOf(state.chosen ?? "") + 1) % ids.length] as string;
  view.state.facet(events).coding(next);
  return true;
}

export const codingMarks: Extension = codings;
