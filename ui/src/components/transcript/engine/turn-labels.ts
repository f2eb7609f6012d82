/** Speakers and times stand in the left column in place of their labels in the text. */

import { Prec, RangeSetBuilder, StateField } from "@codemirror/state";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";
import type { DecorationSet, ViewUpdate } from "@codemirror/view";
import { timeText } from "../../time-text";
import type { Stretch } from "../sentences";
import { isParticipantTurn, turnAt } from "../turns";
import { changedIn, events, show, shown } from "./transcript-state";

class SpeakerLabel extends WidgetType {
  constructor(
    readonly name: string,
    readonly startMs: number | null,
    readonly asking: boolean,
  ) {
    super();
  }

  override eq(other: SpeakerLabel): boolean {
    return (
      other.name === this.name && other.startMs === this.startMs && other.asking === this.asking
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const holder = document.createElement("span");
    holder.className = "t-speaker";
    const inner = holder.appendChild(document.createElement("span"));
    inner.className = this.asking ? "t-who t-who-asking" : "t-who";
    const name = inner.appendChild(document.createElement("b"));
    name.textContent = this.name;
    name.dir = "auto";
    if (this.startMs !== null) inner.append(timeMark(view, this.startMs));
    return holder;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** The time of a turn; a button where there is a recording to hear it from. */
function timeMark(view: EditorView, startMs: number): HTMLElement {
  const { play, words } = view.state.facet(events);
  const time = timeText(startMs);
  if (!play) {
    const mark = document.createElement("span");
    mark.className = "t-time";
    mark.textContent = time;
    return mark;
  }
  const button = document.createElement("button");
  button.className = "t-time t-plays";
  button.type = "button";
  button.tabIndex = -1;
  button.textContent = time;
  button.setAttribute("aria-label", words.play(time));
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => view.state.facet(events).play?.(startMs));
  return button;
}

/** The decorations of the turns from `first` on that begin before `until`. */
function labelRanges(
  state: EditorState,
  first: number,
  until: number,
  isWanted: (start: number, speech: number) => boolean,
): DecorationSet {
  const { turns } = state.field(shown);
  const ranges: Range<Decoration>[] = [];
  for (let turn = first; turn < turns.start.length; turn++) {
    const start = turns.start[turn] as number;
    if (start > until) break;
    const speech = turns.speech[turn] as number;
    const label = turns.labels[turns.label[turn] as number];
    const startMs = turns.startMs[turn] ?? null;
    if ((!label && startMs === null) || !isWanted(start, speech)) continue;
    const widget = new SpeakerLabel(
      label?.participant ?? label?.label ?? "",
      startMs,
      !isParticipantTurn(turns, turn),
    );
    ranges.push(
      speech > start
        ? Decoration.replace({ widget }).range(start, speech)
        : Decoration.widget({ widget, side: -1 }).range(start),
    );
  }
  return Decoration.set(ranges);
}

/** Whether a label goes on into the next line, as where a name has a line of its own. */
const breaksLine = (state: EditorState) => (start: number, speech: number) =>
  speech > start && state.doc.lineAt(start).to < speech;

/** Only a field may hide a line break; these are kept for the whole text. */
function longLabels(state: EditorState): DecorationSet {
  return labelRanges(state, 0, state.doc.length, breaksLine(state));
}

const wholeLines = StateField.define<DecorationSet>({
  create: longLabels,
  update(value, transaction) {
    const fresh = transaction.effects.some((effect) => effect.is(show) && effect.value.turns);
    if (fresh) return longLabels(transaction.state);
    return transaction.docChanged ? value.map(transaction.changes) : value;
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
  ],
});

/** All other labels, where they are in view: a long text has tens of thousands. */
function labelsInView(view: EditorView): DecorationSet {
  const { turns } = view.state.field(shown);
  const { from, to } = view.viewport;
  const breaks = breaksLine(view.state);
  const isWanted = (start: number, speech: number) => !breaks(start, speech);
  return labelRanges(view.state, Math.max(0, turnAt(turns, from)), to, isWanted);
}

const labels = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = labelsInView(view);
    }

    update(update: ViewUpdate): void {
      const isOther = changedIn(update.startState.field(shown), update.state.field(shown), "turns");
      if (update.docChanged || update.viewportChanged || isOther) {
        this.decorations = labelsInView(update.view);
      }
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
  },
);

function isWithin(stretches: readonly Stretch[], from: number, to: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).from >= to) high = middle;
    else low = middle + 1;
  }
  const last = stretches[low - 1];
  return last !== undefined && last.to > from;
}

function lineClasses(view: EditorView): DecorationSet {
  const { turns, headings, furniture, heard } = view.state.field(shown);
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  let blankBefore = true;
  for (let position = view.viewport.from; position <= view.viewport.to;) {
    const line = doc.lineAt(position);
    const classes: string[] = [];
    const blank = line.length < 200 && line.text.trim() === "";
    const turn = turnAt(turns, line.to);
    const begins = turn >= 0 && (turns.start[turn] as number) >= line.from;
    const within = turn >= 0 && (turns.end[turn] as number) > line.from;
    if (blank) classes.push(blankBefore ? "t-gap t-gap-more" : "t-gap");
    else if (begins && !blankBefore) classes.push("t-begins");
    if (within && !isParticipantTurn(turns, turn)) classes.push("t-asked");
    if (within && turn === heard) classes.push("t-heard");
    if (!blank && isWithin(headings, line.from, line.to)) classes.push("t-heading");
    if (!blank && isWithin(furniture, line.from, line.to)) classes.push("t-furniture");
    if (classes.length > 0) {
      builder.add(line.from, line.from, Decoration.line({ class: classes.join(" ") }));
    }
    blankBefore = blank;
    position = line.to + 1;
  }
  return builder.finish();
}

const lines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = lineClasses(view);
    }

    update(update: ViewUpdate): void {
      const before = update.startState.field(shown);
      const after = update.state.field(shown);
      if (
        update.docChanged ||
        update.viewportChanged ||
        changedIn(before, after, "turns", "headings", "furniture", "heard")
      ) {
        this.decorations = lineClasses(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const turnLabels: Extension = [Prec.high(wholeLines), Prec.high(labels), lines];
