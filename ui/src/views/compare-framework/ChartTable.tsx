import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useImperativeHandle, useMemo, useRef } from "react";
import type { MouseEvent, Ref } from "react";
import { useTranslations } from "use-intl";

import { CodeDot } from "../../components/CodeDot";
import { usePrinting } from "../../components/use-printing";
import type { Chart, ChartCell } from "../../services/shapes/synthesis-chart";
import type { CellPlace } from "../../store/charting";
import { useChartWords } from "../../store/charting";
import { useGrid } from "../compare/use-grid";
import type { GridPlace } from "../compare/use-grid";
import { ChartLine } from "./ChartLine";
import { blocksOf } from "./chart-blocks";
import { keyOf } from "./use-cell-saving";

const ROW_HEIGHT = 104;
const COLUMN_WIDTH = 236;
const NAME_WIDTH = 168;
/** The summaries of so many rows are all at hand, so that they can be printed. */
const ROWS_AT_HAND = 100;
/** More columns are not read on a sheet of paper. */
const COLUMNS_ON_PAPER = 8;

export interface ChartTableHandle {
  /** Back to the cell in hand. */
  focus: () => void;
}

export interface CellEditing {
  cell: ChartCell | undefined;
  save: (text: string) => Promise<boolean>;
  leave: () => void;
}

interface Props {
  chart: Chart;
  wave: string;
  label: string;
  isOld: boolean;
  chosen: CellPlace | null;
  /** The key of the cell that is written in. */
  editing: string | null;
  onOpen: (to: { subject: string; column: string }) => void;
  onEdit: (to: { subject: string; column: string }) => void;
  editor: CellEditing;
  ref?: Ref<ChartTableHandle>;
}

/** Rows by codes: only the cells in sight are on the page, heads stay where they are. */
export function ChartTable(props: Props) {
  const { chart, wave, label, isOld, chosen, editing, onOpen, onEdit, editor, ref } = props;
  const t = useTranslations("compareFramework.table");
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const start = useMemo((): GridPlace => {
    const row = chart.rows.findIndex(({ id }) => id === chosen?.subject);
    const column = chart.columns.findIndex(({ id }) => id === chosen?.column);
    return { row: Math.max(0, row), column: Math.max(0, column) };
  }, []); // eslint-disable-line react-hooks/exhaustive-deps -- where it begins

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const rows = useVirtualizer({
    count: chart.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 3,
    scrollPaddingStart: 48,
    rangeExtractor: (range) => withHand(defaultRangeExtractor(range), grid.place.row),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: chart.columns.length,
    getScrollElement: () => frame.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 2,
    scrollPaddingStart: NAME_WIDTH,
    rangeExtractor: (range) => withHand(defaultRangeExtractor(range), grid.place.column),
  });
  const idsAt = ({ row, column }: GridPlace) => ({
    subject: chart.rows[row]?.id ?? "",
    column: chart.columns[column]?.id ?? "",
  });
  const grid = useGrid(table, {
    rows: chart.rows.length,
    columns: chart.columns.length,
    start,
    reveal: (row) => rows.scrollToIndex(row, { align: "auto" }),
    onOpen: (place) => onEdit(idsAt(place)),
  });
  useImperativeHandle(ref, () => ({ focus: grid.focus }), [grid.focus]);

  const isPrinting = usePrinting();
  const shownRows = isPrinting ? onPaper(chart.rows.length) : rows.getVirtualItems();
  const shownColumns = isPrinting ? onPaper(Math.min(chart.columns.length, COLUMNS_ON_PAPER)) : columns.getVirtualItems();
  const wanted = chart.rows.length <= ROWS_AT_HAND ? chart.rows.map((_, at) => at) : rows.getVirtualItems().map(({ index }) => index);
  const words = useChartWords(blocksOf(chart.rows, wanted), wave);

  const placeOf = (event: MouseEvent): GridPlace | null => {
    const said = (event.target as HTMLElement).closest("td")?.dataset["place"]?.split("-").map(Number);
    return said ? { row: said[0] ?? 0, column: said[1] ?? 0 } : null;
  };
  const heard = (event: MouseEvent, then: typeof onOpen) => {
    const place = placeOf(event);
    if (!place || (event.target as HTMLElement).closest("textarea, button")) return;
    grid.go(place);
    then(idsAt(place));
  };
  const placedColumns = useMemo(() => withGaps(shownColumns), [shownColumns]);
  const after = isPrinting ? 0 : columns.getTotalSize() - (shownColumns.at(-1)?.end ?? 0);

  return (
    <div ref={frame} className={`chart-frame${isOld ? " old" : ""}`}>
      <table
        ref={table}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys move in it
        role="grid"
        className="chart-table"
        aria-label={label}
        aria-busy={isOld}
        aria-rowcount={chart.rows.length + 1}
        aria-colcount={chart.columns.length + 1}
        style={{ width: isPrinting ? "100%" : NAME_WIDTH + columns.getTotalSize() }}
        onKeyDown={(event) => {
          if ((event.target as HTMLElement).tagName !== "TEXTAREA") grid.onKeyDown(event);
        }}
        onFocus={(event) => {
          const said = event.target.dataset["place"]?.split("-").map(Number);
          if (said) onOpen(idsAt({ row: said[0] ?? 0, column: said[1] ?? 0 }));
        }}
        onClick={(event) => heard(event, onOpen)}
        onDoubleClick={(event) => heard(event, onEdit)}
      >
        <thead>
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" className="corner" style={{ width: isPrinting ? undefined : NAME_WIDTH }}>
              {chart.row_noun}
            </th>
            {placedColumns.map(({ index, gap }) => {
              const column = chart.columns[index];
              return column ? (
                <Fragment key={column.id}>
                  {gap > 0 ? <td aria-hidden="true" style={{ width: gap }} /> : null}
                  <th
                    role="columnheader"
                    scope="col"
                    style={{ width: isPrinting ? undefined : COLUMN_WIDTH }}
                    title={column.name}
                    aria-colindex={index + 2}
                  >
                    <span className="chart-column">
                      <CodeDot code={{ id: column.id, colour: column.colour ?? null }} /> {column.name}
                    </span>
                  </th>
                </Fragment>
              ) : null;
            })}
            {after > 0 ? <td aria-hidden="true" style={{ width: after }} /> : null}
          </tr>
        </thead>
        <tbody>
          {withGaps(shownRows).map(({ index, gap }) => (
            <Fragment key={chart.rows[index]?.id}>
              <Gap height={gap} />
              <ChartLine
                chart={chart}
                row={index}
                columns={placedColumns}
                after={after}
                words={words}
                active={grid.place.row === index ? grid.place.column : -1}
                chosen={chosen?.subject === chart.rows[index]?.id ? (chosen?.column ?? null) : null}
                wave={wave}
                editor={chosen && chosen.subject === chart.rows[index]?.id && editing === keyOf(chosen) ? editor : null}
              />
            </Fragment>
          ))}
          <Gap height={isPrinting ? 0 : rows.getTotalSize() - (shownRows.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      {isPrinting && (chart.columns.length > COLUMNS_ON_PAPER || chart.rows.length > ROWS_AT_HAND) ? (
        <p className="chart-notes">{t("onPaper")}</p>
      ) : null}
      <p className="unseen" aria-live="polite">
        {t("counts", { rows: chart.rows.length, columns: chart.columns.length })}
      </p>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}

/** What is in sight, each with the room before it that what is not takes. */
function withGaps(items: readonly { index: number; start: number; end: number }[]) {
  return items.map(({ index, start }, at) => ({ index, gap: start - (items[at - 1]?.end ?? 0) }));
}

/** On paper everything is there, one after another. */
const onPaper = (count: number) => Array.from({ length: count }, (_, index) => ({ index, start: 0, end: 0 }));

/** The cell in hand stays on the page: it is where Tab leads. */
function withHand(inSight: number[], hand: number): number[] {
  return inSight.includes(hand) ? inSight : [...inSight, hand].sort((a, b) => a - b);
}
