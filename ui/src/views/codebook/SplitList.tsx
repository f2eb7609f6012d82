/** The passages of a code that is split: arrows move, 1 to 9 put into a part, 0 leaves. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";

import type { PassageRow } from "../../services/shapes";
import { placeOf } from "./CodePassages";

interface Props {
  passages: readonly PassageRow[];
  names: readonly string[];
  partOf: ReadonlyMap<string, number>;
  onAssign: (passage: PassageRow, part: number | null) => void;
}

export function SplitList({ passages, names, partOf, onAssign }: Props) {
  const t = useTranslations("codebook.split");
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: passages.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 84,
    overscan: 6,
  });

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(index, passages.length - 1));
    setAt(next);
    list.scrollToIndex(next);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const passage = passages[at];
    if (/^[0-9]$/.test(event.key) && passage) {
      const number = Number(event.key);
      if (number > names.length) return;
      onAssign(passage, number === 0 ? null : number - 1);
      goTo(at + 1);
    } else if (event.key === "ArrowDown") goTo(at + 1);
    else if (event.key === "ArrowUp") goTo(at - 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(passages.length - 1);
    else return;
    event.preventDefault();
  };
  const partName = (part: number) => names[part]?.trim() || t("partNumber", { number: part + 1 });

  return (
    <div
      ref={frame}
      className="split-list"
      role="listbox"
      tabIndex={0}
      aria-label={t("list")}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={keyed}
    >
      <div style={{ height: list.getTotalSize(), position: "relative" }} role="presentation">
        {list.getVirtualItems().map(({ index, key, start }) => {
          const passage = passages[index];
          if (!passage) return null;
          const part = partOf.get(placeOf(passage));
          return (
            // Its keys are those of the list.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={key}
              id={`${id}-${index}`}
              ref={list.measureElement}
              data-index={index}
              className="split-passage"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-setsize={passages.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={({ target }) => {
                setAt(index);
                const pressed = target instanceof HTMLElement ? target.dataset["part"] : undefined;
                if (pressed === undefined) return;
                onAssign(passage, part === Number(pressed) ? null : Number(pressed));
              }}
            >
              <span className="split-mark">
                {part === undefined ? t("stays") : partName(part)}
              </span>
              <span className="split-text">{passage.text}</span>
              <span className="quiet small">{passage.source}</span>
              <span className="split-numbers" aria-hidden="true">
                {names.map((_, number) => (
                  <span
                    key={number}
                    data-part={number}
                    className={part === number ? "on" : undefined}
                    title={partName(number)}
                  >
                    {number + 1}
                  </span>
                ))}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
