import { useVirtualizer } from "@tanstack/react-virtual";
import type { VirtualItem } from "@tanstack/react-virtual";
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { useTranslations } from "use-intl";

import { PassageCard } from "../../components/PassageCard";
import { usePrinting } from "../../components/use-printing";
import { sourceAddress } from "../../services/address";
import type { PassageRow } from "../../services/shapes";
import { useGo } from "../../store/desk-actions";

export interface ResultListHandle {
  focus: () => void;
}

interface Props {
  question: string;
  passages: readonly PassageRow[];
  colourOf: (code: string) => string | null | undefined;
  hasMore: boolean;
  onEnd: () => void;
  ref?: Ref<ResultListHandle>;
}

type Line = { kind: "source"; source: string; count: number } | { kind: "passage"; passage: PassageRow; number: number };

/** Where one was in the answers to a question, for coming back to it. */
interface Place {
  offset: number;
  number: number;
  sizes: VirtualItem[];
  wasOpened: boolean;
}
const places = new Map<string, Place>();
const HEADING = 38;
const PASSAGE = 150;

/** Passages under the source that they are in. Arrow keys move, Enter opens one in its source. */
export function ResultList({ question, passages, colourOf, hasMore, onEnd, ref }: Props) {
  const t = useTranslations("search.results");
  const go = useGo();
  const frame = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const [before] = useState(() => places.get(question));
  const [{ number }, setAt] = useState({ number: before?.number ?? 0 });
  const isFocusWanted = useRef(before?.wasOpened ?? false);
  const lines = useMemo(() => linesOf(passages), [passages]);

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (lines[index]?.kind === "source" ? HEADING : PASSAGE),
    getItemKey: (index) => keyOf(lines[index], index),
    overscan: 6,
    initialOffset: before?.offset ?? 0,
    initialMeasurementsCache: before?.sizes ?? [],
  });
  const shown = list.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= lines.length - 8) onEnd();
  }, [hasMore, last, lines.length, onEnd]);

  const now = useRef<Place>(null);
  useEffect(() => {
    now.current = { offset: list.scrollOffset ?? 0, number, sizes: list.measurementsCache, wasOpened: false };
  });
  const remember = (wasOpened: boolean) => {
    if (now.current) places.set(question, { ...now.current, wasOpened });
  };

  useEffect(() => {
    if (!isFocusWanted.current) return;
    const item = frame.current?.querySelector<HTMLElement>(`[data-number="${number}"]`);
    if (!item) return;
    isFocusWanted.current = false;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  });
  const moveTo = (next: number) => {
    const to = Math.max(0, Math.min(next, passages.length - 1));
    isFocusWanted.current = true;
    setAt({ number: to }); // a new one each time: the same passage may be wanted again
    list.scrollToIndex(lines.findIndex((line) => line.kind === "passage" && line.number === to));
  };
  useImperativeHandle(ref, () => ({ focus: () => moveTo(number) }));

  const open = (passage: PassageRow) => {
    remember(true);
    go(sourceAddress(passage.source_id, passage));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = Number((event.target as HTMLElement).dataset["number"] ?? NaN);
    if (Number.isNaN(at) || event.altKey || event.ctrlKey || event.metaKey) return;
    const passage = passages[at];
    if (event.key === "ArrowDown") moveTo(at + 1);
    else if (event.key === "ArrowUp") moveTo(at - 1);
    else if (event.key === "PageDown") moveTo(at + 5);
    else if (event.key === "PageUp") moveTo(at - 5);
    else if (event.key === "Home") moveTo(0);
    else if (event.key === "End") moveTo(passages.length - 1);
    else if (event.key === "Enter" && passage) open(passage);
    else return;
    event.preventDefault();
  };

  const lineAt = (index: number): ReactNode => {
    const line = lines[index];
    if (line?.kind === "source")
      return <h3 className="search-source">{t("source", { source: line.source, count: line.count })}</h3>;
    if (line?.kind !== "passage") return null;
    const { passage, number: at } = line;
    return (
      // Enter on it opens its source; the link in its foot does the same by pointer.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
      <div
        className="search-result"
        data-number={at}
        role="group"
        aria-label={t("passage", { source: passage.source })}
        tabIndex={at === number ? 0 : -1}
        onFocus={() => setAt((now) => (now.number === at ? now : { number: at }))}
        onClick={(event) => {
          if ((event.target as HTMLElement).closest("a")) remember(true);
        }}
        onDoubleClick={() => open(passage)}
      >
        <PassageCard passage={passage} hasSurroundings hasCodes colourOf={colourOf} />
      </div>
    );
  };

  if (isPrinting)
    return <div className="search-printed">{lines.map((line, index) => <div key={keyOf(line, index)}>{lineAt(index)}</div>)}</div>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the passages in it
    <div ref={frame} className="search-frame" role="region" aria-label={t("label")} onKeyDown={onKeyDown}>
      <div className="search-lines" style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, key, start }) => (
          <div key={key} ref={list.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
            {lineAt(index)}
          </div>
        ))}
      </div>
      {hasMore ? <p className="unseen">{t("loading")}</p> : null}
    </div>
  );
}

function keyOf(line: Line | undefined, index: number): string | number {
  if (!line) return index;
  if (line.kind === "source") return `source ${line.source} ${index}`;
  const { source_id, start_char, end_char } = line.passage;
  return `${source_id} ${start_char} ${end_char}`;
}

function linesOf(passages: readonly PassageRow[]): Line[] {
  const counts = new Map<string, number>();
  for (const { source_id } of passages) counts.set(source_id, (counts.get(source_id) ?? 0) + 1);
  const lines: Line[] = [];
  passages.forEach((passage, number) => {
    if (passage.source_id !== passages[number - 1]?.source_id)
      lines.push({ kind: "source", source: passage.source, count: counts.get(passage.source_id) ?? 0 });
    lines.push({ kind: "passage", passage, number });
  });
  return lines;
}
