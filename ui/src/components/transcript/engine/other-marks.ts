/** Marks that are not codings: words found, and the passage in hand while the focus is elsewhere. */

import { RangeSetBuilder } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";
import type { DecorationSet, EditorView, ViewUpdate } from "@codemirror/view";
import { changedIn, shown } from "./transcript-state";

const foundMark = Decoration.mark({ class: "t-found" });
const foundHere = Decoration.mark({ class: "t-found t-found-here" });
const heldMark = Decoration.mark({ class: "t-held" });

function foundInView(view: EditorView): DecorationSet {
  const { found, foundAt } = view.state.field(shown);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    found.forEach((each, index) => {
      if (each.from < from || each.to > to) return;
      builder.add(each.from, each.to, index === foundAt ? foundHere : foundMark);
    });
  }
  return builder.finish();
}

function heldInView(view: EditorView): DecorationSet {
  const { held } = view.state.field(shown);
  if (!held || held.to <= held.from) return Decoration.none;
  return Decoration.set(heldMark.range(held.from, held.to));
}

function marksPlugin(draw: (view: EditorView) => DecorationSet): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = draw(view);
      }

      update(update: ViewUpdate): void {
        const before = update.startState.field(shown);
        const after = update.state.field(shown);
        if (
          update.docChanged ||
          update.viewportChanged ||
          changedIn(before, after, "found", "foundAt", "held")
        ) {
          this.decorations = draw(update.view);
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

export const otherMarks: Extension = [marksPlugin(foundInView), marksPlugin(heldInView)];
