import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { ClipboardEvent, KeyboardEvent, PointerEvent, Ref } from "react";
import { useTranslations } from "use-intl";

import type { CaseRow } from "../../services/shapes";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import type { RowParts } from "./GridRow";
import { widthOf } from "./grid-columns";
import type { Column, Filters, Sorting } from "./grid-columns";
import { HEAD } from "./use-spots";
import type { Spots } from "./use-spots";
import "./case-grid.css";

const ROW = 32;
const HEAD_ROW = 46;

export interface GridProps {
  ref: Ref<HTMLDivElement>;
  rows: readonly CaseRow[];
  columns: readonly Column[];
  spots: Spots;
  sorting: Sorting | null;
  filters: Filters;
  text: RowParts["text"];
  editor: RowParts["editor"];
  onKeyDown: (event: KeyboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  onEdit: () => void;
  onHead: (column: number) => void;
}

/** Cases by their attributes; only what is in sight is on the page. The grid keeps the focus and
 * names the cell that is meant, so that it may scroll out of sight. */
export function CaseGrid(props: GridProps) {
  const { ref, rows, columns, spots, sorting, filters, text, editor } = props;
  const t = useTranslations("cases.grid");
  const frame = useRef<HTMLDivElement | null>(null);
  const widths = useMemo(() => columns.map((column) => widthOf(column, rows)), [columns, rows]);
  const nameWidth = widths[0] ?? 0;

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
    scrollMargin: HEAD_ROW,
    scrollPaddingStart: HEAD_ROW,
    scrollPaddingEnd: ROW / 2,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length - 1,
    getScrollElement: () => frame.current,
    estimateSize: (at) => widths[at + 1] ?? 0,
    overscan: 2,
    scrollMargin: nameWidth,
    scrollPaddingStart: nameWidth,
    scrollPaddingEnd: 16,
  });
  useEffect(() => across.measure(), [across, widths]);

  const { row, column } = spots;
  useEffect(() => {
    if (row >= 0) down.scrollToIndex(row, { align: "auto" });
    if (column > 0) across.scrollToIndex(column - 1, { align: "auto" });
  }, [row, column, down, across]);

  const cells = across.getVirtualItems();
  const shown = cells.map(({ index }) => index + 1);
  const before = (cells[0]?.start ?? nameWidth) - nameWidth;
  const width = nameWidth + across.getTotalSize();

  const place = (event: PointerEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
    if (!cell) return null;
    return { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
  };
  const onPointerDown = (event: PointerEvent) => {
    const at = place(event);
    if (!at || event.button !== 0 || (event.target as Element).closest(".cell-editor")) return;
    if (at.row !== HEAD) spots.move(at.row, at.column, event.shiftKey);
    else {
      spots.move(HEAD, at.column);
      props.onHead(at.column);
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    if ((event.buttons & 1) === 0 || (event.target as Element).closest(".cell-editor")) return;
    const at = place(event);
    if (at && at.row !== HEAD && row !== HEAD && (at.row !== row || at.column !== column))
      spots.move(at.row, at.column, true);
  };

  return (
    <div
      ref={(element) => {
        frame.current = element;
        if (typeof ref === "function") ref(element);
        else if (ref) ref.current = element;
      }}
      className="case-grid"
      role="grid"
      aria-label={t("label")}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={`cell-${row}-${column}`}
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => {
        if (row !== HEAD) props.onEdit();
      }}
    >
      <div role="presentation" className="case-grid-whole" style={{ width, height: HEAD_ROW + down.getTotalSize() }}>
        <GridHead
          columns={columns}
          shown={shown}
          before={before}
          widths={widths}
          height={HEAD_ROW}
          at={row === HEAD ? column : null}
          sorting={sorting}
          filters={filters}
        />
        {down.getVirtualItems().map(({ index, start }) => {
          const each = rows[index];
          return each ? (
            <GridRow
              key={each.id}
              row={each}
              index={index}
              top={start}
              height={ROW}
              columns={columns}
              shown={shown}
              before={before}
              widths={widths}
              spots={spots}
              text={text}
              editor={editor}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
