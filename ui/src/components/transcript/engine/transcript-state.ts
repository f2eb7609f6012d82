/** What the transcript shows besides its text, as one field of the editor's state. */

import { Facet, StateEffect, StateField } from "@codemirror/state";
import type { ChangeDesc } from "@codemirror/state";
import { movedSpans, NO_SPANS } from "../spans";
import type { Spans } from "../spans";
import { NO_TURNS } from "../turns";
import type { Turns } from "../turns";
import type { Stretch } from "../sentences";

/** How one coding is shown. */
export interface CodingLook {
  id: string;
  codeId: string;
  code: string;
  colour: string;
  coderId: string;
  coder: string;
  /** Coded by the person who reads. */
  isMine: boolean;
  date: string;
  /** Not answered by the server yet. */
  waiting: boolean;
}

export interface TranscriptShown {
  turns: Turns;
  headings: readonly Stretch[];
  furniture: readonly Stretch[];
  spans: Spans;
  look: (row: number) => CodingLook;
  /** The coder's names over the columns of stripes; empty when all stand in one column. */
  columns: readonly { id: string; name: string }[];
  chosen: string | null;
  /** The turn being heard; -1 for none. */
  heard: number;
  found: readonly Stretch[];
  foundAt: number;
  /** The stretch that something is being decided about, shown while the focus is elsewhere. */
  held: Stretch | null;
}

const EMPTY_LOOK: CodingLook = {
  id: "",
  codeId: "",
  code: "",
  colour: "currentColor",
  coderId: "",
  coder: "",
  isMine: false,
  date: "",
  waiting: false,
};

export const NOTHING_SHOWN: TranscriptShown = {
  turns: NO_TURNS,
  headings: [],
  furniture: [],
  spans: NO_SPANS,
  look: () => EMPTY_LOOK,
  columns: [],
  chosen: null,
  heard: -1,
  found: [],
  foundAt: -1,
  held: null,
};

/** Change something of what is shown. */
export const show = StateEffect.define<Partial<TranscriptShown>>();

export const shown = StateField.define<TranscriptShown>({
  create: () => NOTHING_SHOWN,
  update(value, transaction) {
    let next = value;
    if (transaction.docChanged) next = carried(next, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(show)) next = { ...next, ...effect.value };
    }
    return next;
  },
});

/** The same things at the places where an edit has moved them to. */
function carried(value: TranscriptShown, changes: ChangeDesc): TranscriptShown {
  const left = (place: number) => changes.mapPos(place, -1);
  const right = (place: number) => changes.mapPos(place, 1);
  const stretch = (each: Stretch) => {
    const from = right(each.from);
    return { from, to: Math.max(from, left(each.to)) };
  };
  return {
    ...value,
    turns: {
      ...value.turns,
      start: value.turns.start.map(left),
      speech: value.turns.speech.map(left),
      end: value.turns.end.map(right),
    },
    headings: value.headings.map(stretch),
    furniture: value.furniture.map(stretch),
    spans: movedSpans(value.spans, (place, side) => changes.mapPos(place, side)),
    found: [],
    foundAt: -1,
    held: value.held && stretch(value.held),
  };
}

/** What the page wants to hear from the transcript; positions are the editor's. */
export interface TranscriptEvents {
  selected: (from: number, to: number) => void;
  coding: (id: string | null) => void;
  play: ((milliseconds: number) => void) | null;
  /** Play or pause a recording; null where there is none. */
  toggle: (() => void) | null;
  dropped: (codeId: string, from: number, to: number) => void;
  edited: () => void;
  /** A pointer has drawn an end of a coding elsewhere; null where nothing may be changed. */
  resized: ((id: string, from: number, to: number) => void) | null;
  /** The names of things that have no text of their own. */
  words: { play: (time: string) => string; stripe: (look: CodingLook, coders: string) => string };
  language: string;
}

const SILENT: TranscriptEvents = {
  selected: () => undefined,
  coding: () => undefined,
  play: null,
  toggle: null,
  dropped: () => undefined,
  edited: () => undefined,
  resized: null,
  words: { play: (time) => time, stripe: (look) => look.code },
  language: "en",
};

export const events = Facet.define<TranscriptEvents, TranscriptEvents>({
  combine: (values) => values[0] ?? SILENT,
});

/** Whether what is shown has changed in any of these respects. */
export function changedIn(
  before: TranscriptShown,
  after: TranscriptShown,
  ...keys: (keyof TranscriptShown)[]
): boolean {
  return keys.some((key) => before[key] !== after[key]);
}
