import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useImperativeHandle, useMemo, useRef } from "react";
import type { MouseEvent, ReactNode, Ref } from "react";
import { useTranslations } from "use-intl";

import { usePrinting } from "../../components/use-printing";
import type { Matrix } from "../../services/shapes";
import { ALL, ALL_LABEL, figuresOf, ofAt } from "./figures";
import { MatrixRow } from "./MatrixRow";
import type { ShownRow } from "./shown-rows";
import type { CellPlace } from "./use-comparison";
import { useGrid } from "./use-grid";
import type { GridPlace } from "./use-grid";

const ROW_HEIGHT = 35;
const NAME_WIDTH = 272;
const COLUMN_WIDTH = 116;
const WIDE_FROM = 6;
const CROWDED_FROM = 14; // on paper there is no room then for “of 12” in each cell

export interface MatrixTableHandle {
  /** Back to the cell in hand. */
  focus: () => void;
}

interface Props {
  matrix: Matrix;
  rows: readonly ShownRow[];
  rowsLabel: string;
  label: string;
  cell: CellPlace | null;
  onOpen: (cell: CellPlace, options: { byKey: boolean }) => void;
  isOld: boolean;
  ref?: Ref<MatrixTableHandle>;
}

/** Rows by columns with bars, a total for each, and a cell in hand that keys move. */
export function MatrixTable({ matrix, rows, rowsLabel, label, cell, onOpen, isOld, ref }: Props) {
  const t = useTranslations("compare.table");
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const isPrinting = usePrinting();

  const figures = useMemo(() => {
    const at = figuresOf(matrix);
    const columns = [...matrix.columns.keys(), ALL];
    const all = columns.map((column) => at(ALL, column));
    const each = matrix.rows.map((_, row) => columns.map((column) => at(row, column)));
    return { each, all };
  }, [matrix]);
  const columns = useMemo(() => [...matrix.columns.map(({ name }) => name), t("all")], [matrix, t]);

  const isWide = columns.length > WIDE_FROM;

  const chosen = useMemo(() => placeOf(matrix, rows, cell), [matrix, rows, cell]);
  const start = chosen ?? { row: 0, column: 0 };
  const labelsAt = ({ row, column }: GridPlace): CellPlace => ({
    row: rows[row]?.label ?? ALL_LABEL,
    column: matrix.columns[column]?.label ?? ALL_LABEL,
  });

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: 2 * ROW_HEIGHT,
    scrollPaddingEnd: 2 * ROW_HEIGHT,
    rangeExtractor: (range) => {
      // The cell in hand stays on the page: it is where Tab leads.
      const inSight = defaultRangeExtractor(range);
      const { row } = grid.place;
      if (row >= rows.length || inSight.includes(row)) return inSight;
      return [...inSight, row].sort((a, b) => a - b);
    },
  });
  const grid = useGrid(table, {
    rows: rows.length + 1,
    columns: columns.length,
    start,
    reveal: (row) => {
      if (row < rows.length) list.scrollToIndex(row, { align: "auto" });
    },
    onOpen: (place) => onOpen(labelsAt(place), { byKey: true }),
  });
  useImperativeHandle(ref, () => ({ focus: grid.focus }), [grid.focus]);

  // Coming back to an address that names a cell leads to that cell.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && chosen) grid.go(chosen);
    isFirst.current = false;
  }, [chosen, grid]);

  const onClick = (event: MouseEvent) => {
    const place = (event.target as HTMLElement).closest("td")?.dataset["place"]?.split("-").map(Number);
    if (!place) return;
    const [row = 0, column = 0] = place;
    grid.go({ row, column });
    onOpen(labelsAt({ row, column }), { byKey: false });
  };

  const rowAt = (place: number) => {
    const row = rows[place];
    if (!row) return null;
    return (
      <MatrixRow
        key={row.label}
        place={place}
        name={row.name}
        title={row.label}
        depth={row.depth}
        kind={row.isTop ? "top" : "plain"}
        figures={figures.each[row.index] ?? []}
        columns={columns}
        active={grid.place.row === place ? grid.place.column : -1}
        chosen={chosen?.row === place ? chosen.column : -1}
      />
    );
  };

  return (
    <div ref={frame} className={`compare-frame${isOld ? " old" : ""}${columns.length > CROWDED_FROM ? " wide" : ""}`}>
      <table
        ref={table}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys move in it
        role="grid"
        className="compare-table"
        aria-label={label}
        aria-busy={isOld}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 1}
        style={{ minWidth: NAME_WIDTH + columns.length * COLUMN_WIDTH }}
        onKeyDown={grid.onKeyDown}
        onClick={onClick}
      >
        <colgroup>
          <col style={{ width: isWide ? NAME_WIDTH : "32%" }} />
        </colgroup>
        <thead>
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" className="corner">
              {rowsLabel}
            </th>
            {[...matrix.columns.keys(), ALL].map((column, at) => (
              <th key={columns[at]} role="columnheader" scope="col" title={columns[at]}>
                <span>{columns[at]}</span>
                <Under matrix={matrix} column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {isPrinting ? rows.map((_, place) => rowAt(place)) : withGaps(list.getVirtualItems(), list.getTotalSize(), rowAt)}
        </tbody>
        <tfoot>
          <MatrixRow
            place={rows.length}
            name={t("all")}
            title={t("all")}
            depth={0}
            kind="total"
            figures={figures.all}
            columns={columns}
            active={grid.place.row === rows.length ? grid.place.column : -1}
            chosen={chosen?.row === rows.length ? chosen.column : -1}
          />
        </tfoot>
      </table>
    </div>
  );
}

/** What a column's numbers stand against. */
function Under({ matrix, column }: { matrix: Matrix; column: number }) {
  const t = useTranslations("compare.table");
  const of = column !== ALL && matrix.of.columns === null ? null : ofAt(matrix, ALL, column);
  if (of === null) return null;
  return <small>{t("under", { of, words: matrix.of.label.replace(/^of /, "") })}</small>;
}

function placeOf(matrix: Matrix, rows: readonly ShownRow[], cell: CellPlace | null): GridPlace | null {
  if (!cell) return null;
  const row = rows.findIndex(({ label }) => label === cell.row);
  const column = matrix.columns.findIndex(({ label }) => label === cell.column);
  if ((row < 0 && cell.row !== ALL_LABEL) || (column < 0 && cell.column !== ALL_LABEL)) return null;
  return { row: row < 0 ? rows.length : row, column: column < 0 ? matrix.columns.length : column };
}

/** The rows in sight, and room for those that are not. */
function withGaps(
  items: readonly { index: number; start: number; end: number }[],
  whole: number,
  rowAt: (place: number) => ReactNode,
): ReactNode[] {
  let reached = 0;
  const shown: ReactNode[] = [];
  const gap = (height: number) => {
    if (height > 0) shown.push(<tr key={`gap-${reached}`} aria-hidden="true" style={{ height }} />);
  };
  for (const { index, start, end } of items) {
    gap(start - reached);
    shown.push(rowAt(index));
    reached = end;
  }
  gap(whole - reached);
  return shown;
}
