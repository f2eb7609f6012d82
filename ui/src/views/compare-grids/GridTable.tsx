import { useImperativeHandle, useRef } from "react";
import type { Ref } from "react";
import { useTranslations } from "use-intl";

import type { GridWhole, JudgementRow } from "../../services/shapes/synthesis-chart";
import { useGrid } from "../compare/use-grid";
import { MARKS, countsOf, lookOf } from "./statuses";

export interface GridTableHandle {
  focus: () => void;
}

interface Props {
  whole: GridWhole;
  judged: readonly JudgementRow[];
  /** The one case that is shown; null for all of them. */
  only: string | null;
  isOld: boolean;
  chosen: { row: string; column: string } | null;
  onOpen: (to: { row: string; column: string }) => void;
  ref?: Ref<GridTableHandle>;
}

const NO_REVEAL = () => undefined;

/** The cells of a grid with what is judged of each. */
export function GridTable({ whole, judged, only, isOld, chosen, onOpen, ref }: Props) {
  const t = useTranslations("compareGrids.table");
  const { grid, cases } = whole;
  const table = useRef<HTMLTableElement>(null);
  const keysAt = (row: number, column: number) => ({
    row: grid.rows[row]?.key ?? "",
    column: grid.columns[column]?.key ?? "",
  });
  const start = {
    row: Math.max(0, grid.rows.findIndex(({ key }) => key === chosen?.row)),
    column: Math.max(0, grid.columns.findIndex(({ key }) => key === chosen?.column)),
  };
  const hand = useGrid(table, {
    rows: grid.rows.length,
    columns: grid.columns.length,
    start,
    reveal: NO_REVEAL,
    onOpen: ({ row, column }) => {
      onOpen(keysAt(row, column));
      document.querySelector<HTMLElement>(".grids-form input")?.focus();
    },
  });
  useImperativeHandle(ref, () => ({ focus: hand.focus }), [hand.focus]);
  const isSingle = only !== null || grid.case_kind === null;
  return (
    <div className={`grids-frame${isOld ? " old" : ""}`}>
      <table
        ref={table}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys move in it
        role="grid"
        className="grids-table"
        aria-label={grid.name}
        onKeyDown={hand.onKeyDown}
      >
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              <span className="unseen">{t("corner")}</span>
            </th>
            {grid.columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col">
                {column.name}
                {column.description ? <small>{column.description}</small> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={row.key} role="row">
              <th role="rowheader" scope="row">
                {row.name}
                {row.description ? <small>{row.description}</small> : null}
              </th>
              {grid.columns.map((column, number) => {
                const here = judged.filter((each) => each.row === row.key && each.column === column.key);
                const isChosen = chosen?.row === row.key && chosen.column === column.key;
                const isActive = hand.place.row === at && hand.place.column === number;
                return (
                  <td
                    key={column.key}
                    role="gridcell"
                    aria-selected={isChosen}
                    data-place={`${at}-${number}`}
                    tabIndex={isActive ? 0 : -1}
                    className={`grids-cell${here.length === 0 ? " open" : ""}`}
                    onFocus={() => onOpen(keysAt(at, number))}
                    onClick={() => hand.go({ row: at, column: number })}
                  >
                    {isSingle ? <One whole={whole} judged={here} /> : <Counts whole={whole} judged={here} cases={cases.length} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The judgements of a cell, rater by rater. */
function One({ whole, judged }: { whole: GridWhole; judged: readonly JudgementRow[] }) {
  const t = useTranslations("compareGrids.table");
  if (judged.length === 0) return <span className="quiet">{t("notJudged")}</span>;
  return (
    <ul>
      {judged.map((each) => {
        const look = lookOf(whole.grid, each.status);
        const against = each.evidence.filter((one) => one.against).length;
        return (
          <li key={each.id}>
            <span className={`grids-status ${look}`}>
              <span aria-hidden="true">{MARKS[look]}</span> {each.status_name}
            </span>
            <p className="quiet small">
              {each.rater_name} · {t("evidence", { count: each.evidence.length - against, against })}
            </p>
            {each.reason ? <p className="grids-reason">{each.reason}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** How many cases have each status. */
function Counts({ whole, judged, cases }: { whole: GridWhole; judged: readonly JudgementRow[]; cases: number }) {
  const t = useTranslations("compareGrids.table");
  const { counts, open } = countsOf(whole.grid, judged, cases);
  return (
    <ul>
      {counts.map(({ key, name, look, count }) => (
        <li key={key}>
          <span className={`grids-status ${look}`}>
            <span aria-hidden="true">{MARKS[look]}</span> {count} {name}
          </span>
        </li>
      ))}
      {open > 0 ? <li className="quiet">{t("open", { count: open })}</li> : null}
    </ul>
  );
}
