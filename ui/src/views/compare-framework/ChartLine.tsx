import { Fragment, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";

import type { Chart, ChartWords } from "../../services/shapes/synthesis-chart";
import { CellEditor } from "./CellEditor";
import type { CellEditing } from "./ChartTable";
import { drafts } from "./drafts";
import { keyOf } from "./use-cell-saving";

interface Props {
  chart: Chart;
  row: number;
  /** The columns in sight, each with the room before it. */
  columns: readonly { index: number; gap: number }[];
  after: number;
  words: ReadonlyMap<string, ChartWords>;
  /** The column of the cell in hand; -1 where it is in another row. */
  active: number;
  /** The id of the column whose passages are shown. */
  chosen: string | null;
  wave: string;
  /** Where the chosen cell is written in. */
  editor: CellEditing | null;
}

/** One row. Pressing and keys are heard by the table as a whole. */
export function ChartLine({ chart, row, columns, after, words, active, chosen, wave, editor }: Props) {
  const subject = chart.rows[row];
  if (!subject) return null;
  return (
    <tr role="row" aria-rowindex={row + 2}>
      <th role="rowheader" scope="row" title={subject.name}>
        <span>{subject.name}</span>
      </th>
      {columns.map(({ index, gap }) => {
        const column = chart.columns[index];
        if (!column) return null;
        const isChosen = chosen === column.id;
        return (
          <Fragment key={column.id}>
            {gap > 0 ? <td aria-hidden="true" /> : null}
            <td
              role="gridcell"
              aria-colindex={index + 2}
              aria-selected={isChosen}
              data-place={`${row}-${index}`}
              tabIndex={index === active ? 0 : -1}
              className={`chart-cell ${stateOf(chart, row, index).replace(" ", "-")}`}
            >
              {isChosen && editor ? (
                <CellEditor place={{ subject: subject.id, column: column.id, wave: wave || null }} {...editor} />
              ) : (
                <CellFace
                  chart={chart}
                  row={row}
                  column={index}
                  words={words.get(`${subject.id} ${column.id}`)}
                  draftKey={keyOf({ subject: subject.id, column: column.id, wave: wave || null })}
                />
              )}
            </td>
          </Fragment>
        );
      })}
      {after > 0 ? <td aria-hidden="true" /> : null}
    </tr>
  );
}

interface FaceProps {
  chart: Chart;
  row: number;
  column: number;
  words: ChartWords | undefined;
  draftKey: string;
}

/** What a cell shows: its state in words, and the summary. */
function CellFace({ chart, row, column, words, draftKey }: FaceProps) {
  const t = useTranslations("compareFramework.state");
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get().get(draftKey));
  const state = stateOf(chart, row, column);
  const passages = chart.passages[row]?.[column] ?? 0;
  const stale = state === "stale" ? chart.stale.find((each) => each.row === row && each.column === column) : undefined;
  return (
    <div className="chart-face">
      {draft !== undefined ? <p className="chart-mark draft">{t("draft")}</p> : null}
      {stale ? (
        <p className="chart-mark stale">
          {t("stale", { new: stale.new, gone: stale.gone, changed: stale.changed })}
        </p>
      ) : null}
      {state === "no data" ? <p className="chart-mark">{t("noData")}</p> : null}
      {state === "not asked" ? <p className="chart-mark">{t("notAsked")}</p> : null}
      {state === "not charted" ? <p className="chart-mark open">{t("passages", { count: passages })}</p> : null}
      {words?.summary ? <p className="chart-words">{words.summary}</p> : null}
      {words && words.quotes > 0 ? <p className="chart-quotes">{t("quotes", { count: words.quotes })}</p> : null}
    </div>
  );
}

function stateOf(chart: Chart, row: number, column: number) {
  return chart.states_named[chart.states[row]?.[column] ?? 0] ?? "not charted";
}
