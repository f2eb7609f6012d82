/** A transcript with its speakers, times, codings and stripes: CodeMirror behind plain props. */

import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Ref } from "react";
import type { EditorView } from "@codemirror/view";
import type { Span } from "../../services/address";
import type { SourceCodings, SourceText } from "../../services/shapes";
import type { TextPositions } from "../../services/text-positions";
import { setCorrecting } from "./engine/correcting";
import { openTranscript, placeOf, showIn } from "./engine/open-transcript";
import type { CodingLook, TranscriptEvents, TranscriptShown } from "./engine/transcript-state";
import { positionsOf } from "./known-places";
import { spansFrom } from "./spans";
import { handleFor } from "./transcript-handle";
import type { TranscriptHandle } from "./transcript-handle";
import { turnsFrom } from "./turns";
import "./transcript.css";

export interface CodeLook {
  name: string;
  colour: string;
}

export interface TranscriptProps {
  /** What a screen reader calls the text. */
  label: string;
  text: SourceText;
  codings: SourceCodings;
  codeLook: (code: string) => CodeLook;
  coderName: (coder: string | null) => string;
  /** Who reads. */
  you: string | null;
  isShown: (coder: string | null) => boolean;
  /** Coders whose stripes stand in columns of their own; empty for all in one. */
  columns: readonly { id: string; name: string }[];
  /** Codings that the desk has not answered for yet. */
  waiting: ReadonlySet<string>;
  chosen: string | null;
  heard: number;
  correcting: boolean;
  language: string;
  dateText: (day: string) => string;
  words: TranscriptEvents["words"];
  onSelect: (place: Span) => void;
  onCoding: (coding: string | null) => void;
  onPlay: ((milliseconds: number) => void) | null;
  /** Play or pause the recording (Space); null where there is none. */
  onToggle: (() => void) | null;
  onDropCode: (code: string, place: Span) => void;
  onEdit: () => void;
  /** An end of a coding was drawn to another place; null where nothing may be changed. */
  onResize: ((coding: string, place: Span) => void) | null;
  handle: Ref<TranscriptHandle | null>;
}

const same = (place: number) => place;

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

type Naming = Pick<
  TranscriptProps,
  "codings" | "codeLook" | "coderName" | "you" | "waiting" | "dateText"
>;

function lookOf(props: Naming): (row: number) => CodingLook {
  const { codings } = props;
  return (row) => {
    const codeId = codings.codes[codings.code[row] ?? -1] ?? "";
    const coderId = codings.coders[codings.coder[row] ?? -1] ?? null;
    const { name, colour } = props.codeLook(codeId);
    const id = codings.id[row] ?? "";
    return {
      id,
      codeId,
      code: name,
      colour,
      coderId: coderId ?? "",
      coder: props.coderName(coderId),
      isMine: coderId !== null && coderId === props.you,
      date: props.dateText(codings.coded_on[row] ?? ""),
      waiting: props.waiting.has(id),
    };
  };
}

/** The editor's events told to the page in code points. */
function eventsOf(latest: () => { props: TranscriptProps; positions: TextPositions }) {
  const span = (from: number, to: number): Span => {
    const { positions } = latest();
    return { start_char: positions.toChar(from), end_char: positions.toChar(to) };
  };
  const { props } = latest();
  const told: TranscriptEvents = {
    selected: (from, to) => latest().props.onSelect(span(from, to)),
    coding: (id) => latest().props.onCoding(id),
    play: props.onPlay && ((milliseconds) => latest().props.onPlay?.(milliseconds)),
    toggle: props.onToggle && (() => latest().props.onToggle?.()),
    dropped: (code, from, to) => latest().props.onDropCode(code, span(from, to)),
    edited: () => latest().props.onEdit(),
    resized: props.onResize && ((id, from, to) => latest().props.onResize?.(id, span(from, to))),
    words: props.words,
    language: props.language,
  };
  return told;
}

/** What the text itself brings: its ways of counting, turns, headings and page furniture. */
function useLayoutOf(text: SourceText) {
  return useMemo(() => {
    const positions = positionsOf(text);
    // Without characters of two units, which is most texts, both ways of counting are one.
    const isOne = positions.units === positions.chars;
    const place = isOne ? same : (point: number) => positions.toUnit(point);
    const stretches = (pairs: readonly (readonly number[])[]) =>
      pairs.map(([from = 0, to = 0]) => ({ from: place(from), to: place(to) }));
    const layout = {
      turns: turnsFrom(text.turns, text.labels, place),
      headings: stretches(text.headings),
      furniture: stretches(text.furniture),
    };
    return { positions, place, layout };
  }, [text]);
}

/** What can be done with the text beside reading it; while it is corrected that stays as it was. */
function useOffered({ onPlay, onResize, correcting }: TranscriptProps): string {
  const now = `${onPlay !== null} ${onResize !== null}`;
  const [offered, setOffered] = useState(now);
  if (!correcting && offered !== now) setOffered(now);
  return offered;
}

export function Transcript(props: TranscriptProps) {
  const { text, codings, columns, chosen, heard, correcting } = props;
  const { isShown, codeLook, coderName, you, waiting, dateText } = props;
  const { positions, place, layout } = useLayoutOf(text);
  const offered = useOffered(props);
  const parent = useRef<HTMLDivElement>(null);
  const reading = useRef({ source: "", top: 0, head: 0, hasFocus: false });
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ props, positions });
  useLayoutEffect(() => {
    latest.current = { props, positions };
  });

  const spans = useMemo(
    () =>
      spansFrom(codings, place, (row) => isShown(codings.coders[codings.coder[row] ?? -1] ?? null)),
    [codings, place, isShown],
  );
  const look = useMemo(
    () => lookOf({ codings, codeLook, coderName, you, waiting, dateText }),
    [codings, codeLook, coderName, you, waiting, dateText],
  );
  const state: Partial<TranscriptShown> = { spans, look, columns, chosen, heard };
  const first = useRef(state);
  useLayoutEffect(() => {
    first.current = state;
  });

  useLayoutEffect(() => {
    if (!parent.current) return;
    const opened = openTranscript({
      parent: parent.current,
      text: text.text,
      at: reading.current.source === text.source ? reading.current : { top: 0, head: 0 },
      label: latest.current.props.label,
      nonce: nonce(),
      shown: { ...layout, ...first.current },
      events: eventsOf(() => latest.current),
    });
    view.current = opened;
    if (reading.current.source === text.source && reading.current.hasFocus) opened.focus();
    return () => {
      reading.current = { source: text.source, hasFocus: opened.hasFocus, ...placeOf(opened) };
      opened.destroy();
      view.current = null;
    };
  }, [text, layout, offered]);

  // Before the page is painted: a mark stands there in the same frame as the key that made it.
  useLayoutEffect(() => {
    if (view.current) showIn(view.current, { spans, look, columns, chosen, heard });
  }, [spans, look, columns, chosen, heard]);

  useEffect(() => {
    const shownIn = view.current;
    if (!shownIn) return;
    setCorrecting(shownIn, correcting);
    // Where corrections were thrown away, codings and turns go back to where they stood.
    if (!correcting && shownIn.state.doc.length === text.text.length)
      showIn(shownIn, { ...layout, ...first.current });
  }, [correcting, text, layout]);

  useImperativeHandle<TranscriptHandle | null, TranscriptHandle | null>(
    props.handle,
    () => view.current && handleFor(view.current, () => latest.current.positions),
    // A handle is of one view, and a view of one text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [text, layout, offered],
  );

  return (
    <div
      ref={parent}
      className={`transcript${correcting ? " transcript-correcting" : ""}${columns.length > 0 ? " transcript-columns" : ""}`}
    />
  );
}
