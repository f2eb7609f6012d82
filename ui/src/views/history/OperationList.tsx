import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { KeyboardEvent, Ref } from "react";
import { useTranslations } from "use-intl";

import type { OperationRow } from "../../services/shapes";
import { DayLine, OperationLine } from "./OperationLine";
import { rowsOf } from "./rows";

const ROW = 38;
const DAY_ROW = 40;
const PAGE = 12;

interface Props {
  operations: readonly OperationRow[];
  chosen: string | null;
  onChoose: (operation: string) => void;
  /** Look at the one that is chosen: by a click, or by Enter. */
  onOpen: () => void;
  /** The end is near. */
  onEnd: () => void;
  /** How many there are in all, where it is known. */
  total: number | null;
  ref?: Ref<HTMLDivElement>;
}

/** The log, newest first: a list of which arrow keys choose one. */
export function OperationList({ operations, chosen, onChoose, onOpen, onEnd, total, ref }: Props) {
  const t = useTranslations("history.list");
  const frame = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(operations), [operations]);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (rows[index]?.is === "day" ? DAY_ROW : ROW),
    overscan: 12,
  });
  const shown = list.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);

  // What comes in above pushes nothing away that somebody reads.
  const newest = useRef(operations[0]?.operation);
  const height = useRef(0);
  const whole = list.getTotalSize();
  useLayoutEffect(() => {
    const first = operations[0]?.operation;
    const isLater = newest.current !== undefined && first !== newest.current;
    const stillThere = isLater && operations.some(({ operation }) => operation === newest.current);
    if (stillThere && frame.current && frame.current.scrollTop > 0)
      frame.current.scrollTop += Math.max(0, whole - height.current);
    newest.current = first;
    height.current = whole;
  }, [operations, whole]);

  const place = operations.findIndex(({ operation }) => operation === chosen);
  const move = (to: number) => {
    const next = operations[Math.min(Math.max(to, 0), operations.length - 1)];
    if (!next) return;
    onChoose(next.operation);
    const index = rows.findIndex((row) => row.is === "operation" && row.operation === next);
    list.scrollToIndex(index <= 1 ? 0 : index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && place >= 0) onOpen();
    const steps: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place < 0 ? 0 : place - 1,
      PageDown: place + PAGE,
      PageUp: place - PAGE,
      Home: 0,
      End: operations.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };

  return (
    <div className="history-frame no-print" ref={frame}>
      <div
        ref={ref}
        role="listbox"
        tabIndex={0}
        aria-label={t("label")}
        aria-activedescendant={place >= 0 ? optionId(chosen ?? "") : undefined}
        className="history-list"
        style={{ height: whole }}
        onKeyDown={onKeyDown}
      >
        {shown.map(({ index, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          const style = { transform: `translateY(${start}px)`, height: size };
          if (row.is === "day") return <DayLine key={`day ${index}`} day={row.day} style={style} />;
          const { operation } = row.operation;
          return (
            <OperationLine
              key={operation}
              id={optionId(operation)}
              operation={row.operation}
              isChosen={operation === chosen}
              position={row.at + 1}
              total={total ?? -1}
              style={style}
              onChoose={() => {
                onChoose(operation);
                onOpen();
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

const optionId = (operation: string) => `operation-${operation}`;
