import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef } from "react";
import type { CSSProperties, KeyboardEvent, MouseEvent } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { usePrinting } from "../../components/use-printing";
import type { SourceRow } from "../../services/shapes";
import { SourceLine } from "./SourceLine";
import { NOTHING_CHOSEN, one, stepFrom, toggled, upTo } from "./choosing";
import type { Step } from "./choosing";
import { useListState } from "./list-state";
import { COLUMNS, sortedBy } from "./ordering";
import type { Column } from "./ordering";

const ROW_PX = 40;

interface Props {
  ref: { current: HTMLDivElement | null };
  rows: readonly SourceRow[];
  /** Those that the filter hides too: columns that are empty everywhere are not shown. */
  all: readonly SourceRow[];
  onOpen: (id: string) => void;
  onRename: (id: string, name: string) => Promise<boolean>;
}

const STEPS: Record<string, Step> = {
  ArrowUp: "up", ArrowDown: "down", PageUp: "pageUp", PageDown: "pageDown", Home: "first", End: "last",
};

/** The list: the grid itself has the focus, and tells which row the arrows are at. */
export function SourceGrid({ ref, rows, all, onOpen, onRename }: Props) {
  const t = useTranslations("sources");
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { chosen, filter, renaming, set } = useListState();
  const isPrinting = usePrinting();
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const ids = rows.map((row) => row.id);
  const at = chosen.at === null ? -1 : ids.indexOf(chosen.at);

  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at);
  }, [at, list]);
  // Coming back from a source, or with nothing else in hand, the arrows work at once.
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  }, [ref]);

  const columns = COLUMNS.filter(
    (column) => (column !== "language" && column !== "date") || all.some((row) => row[column]),
  );
  const choose = (row: string, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
    if (event.shiftKey) set({ chosen: upTo(chosen, row, ids) });
    else if (event.ctrlKey || event.metaKey) set({ chosen: toggled(chosen, row) });
    else set({ chosen: one(row) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const step = STEPS[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (step) {
      const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? ROW_PX) / ROW_PX) - 1);
      const to = stepFrom(chosen.at, step, ids, page);
      if (to === null) return;
      if (event.shiftKey) set({ chosen: upTo(chosen, to, ids) });
      else if (mod) set({ chosen: { ...chosen, at: to } });
      else set({ chosen: one(to) });
    } else if (event.key === " " && chosen.at !== null) set({ chosen: toggled(chosen, chosen.at) });
    else if (event.key.toLowerCase() === "a" && mod) set({ chosen: { ...chosen, ids: new Set(ids) } });
    else if (event.key === "Escape" && chosen.ids.size > 0) set({ chosen: NOTHING_CHOSEN });
    else return;
    event.preventDefault();
  };
  const line = (row: SourceRow, index: number, style?: CSSProperties) => (
    <SourceLine
      key={row.id}
      id={`${id}-${row.id}`}
      row={row}
      number={index + 2}
      columns={columns}
      isChosen={chosen.ids.has(row.id)}
      isAt={row.id === chosen.at}
      isRenaming={row.id === renaming}
      {...(style ? { style } : {})}
      onChoose={(event: MouseEvent) => choose(row.id, event)}
      onOpen={() => onOpen(row.id)}
      onRename={(name) => onRename(row.id, name)}
      onRenamed={() => {
        set({ renaming: null });
        ref.current?.focus({ preventScroll: true });
      }}
    />
  );

  return (
    <div
      ref={ref}
      className={`sources-grid ${columns.map((column) => `has-${column}`).join(" ")}`}
      role="grid"
      tabIndex={0}
      aria-label={t("title")}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? `${id}-${rows[at]?.id ?? ""}` : undefined}
      onFocus={(event) => set({ isFocused: event.target === event.currentTarget })}
      onBlur={() => set({ isFocused: false })}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="sources-row sources-head">
          {columns.map((column) => (
            <Head key={column} column={column} />
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <div role="rowgroup">
          <div role="row" className="sources-nothing">
            <div role="gridcell">
              {t("filter.nothing", { typed: filter })}{" "}
              <Button size="small" kind="plain" onPress={() => set({ filter: "" })}>
                {t("filter.clear")}
              </Button>
            </div>
          </div>
        </div>
      ) : null}
      <div ref={frame} role="presentation" className="sources-frame">
        <div
          role="rowgroup"
          className="sources-lines"
          style={isPrinting ? undefined : { height: list.getTotalSize() }}
        >
          {isPrinting
            ? rows.map((row, index) => line(row, index))
            : list.getVirtualItems().map(({ index, start }) => {
                const row = rows[index];
                return row ? line(row, index, { transform: `translateY(${start}px)` }) : null;
              })}
        </div>
      </div>
    </div>
  );
}

const NUMBERS = new Set<Column>(["words"]);

function Head({ column }: { column: Column }) {
  const t = useTranslations("sources");
  const { sort, set } = useListState();
  const isBy = sort?.by === column;
  const order = isBy ? (sort.isDown ? "descending" : "ascending") : "none";
  return (
    <div role="columnheader" aria-sort={order} className={`cell-${column}${NUMBERS.has(column) ? " number" : ""}`}>
      <button
        type="button"
        className="sources-sort"
        title={t("sort", { column: t(`column.${column}`) })}
        onClick={() => set({ sort: sortedBy(sort, column) })}
      >
        {t(`column.${column}`)}
        <span aria-hidden="true" className="sources-order">
          {isBy ? (sort.isDown ? "↓" : "↑") : ""}
        </span>
      </button>
    </div>
  );
}
