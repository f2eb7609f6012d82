import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import type { SelectionRow } from "../../services/shapes";
import { useFrameActs, useSelection } from "../../store/frames";

interface Props {
  selections: readonly SelectionRow[];
  canWrite: boolean;
  onChoose: () => void;
}

/** The choices made from a frame, the latest first, each with its words for a methods section. */
export function SelectionList({ selections, canWrite, onChoose }: Props) {
  const t = useTranslations("frames.selections");
  const [names, setNames] = useState(false);
  if (selections.length === 0)
    return (
      <EmptyState
        title={t("none")}
        action={
          canWrite ? (
            <Button kind="main" onPress={onChoose}>
              {t("choose")}
            </Button>
          ) : null
        }
      >
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  return (
    <div className="frame-plots">
      <label className="frame-names small no-print">
        <input type="checkbox" checked={names} onChange={(event) => setNames(event.target.checked)} />
        {t("names")} <span className="quiet">{t("namesHint")}</span>
      </label>
      {[...selections].reverse().map((selection) => (
        <OneSelection key={selection.id} row={selection} names={names} canWrite={canWrite} />
      ))}
    </div>
  );
}

interface OneProps {
  row: SelectionRow;
  names: boolean;
  canWrite: boolean;
}

function OneSelection({ row, names, canWrite }: OneProps) {
  const t = useTranslations("frames.selections");
  const { data, error, refetch } = useSelection(row.id, names);
  const { removeSelection } = useFrameActs();
  return (
    <section aria-label={row.name}>
      <div className="frame-selection-head">
        <h2>{row.name}</h2>
        <span className="quiet small">
          {t(`method.${row.method as "manual"}`)}
          {row.tied > 1 ? `, ${t("tied", { count: row.tied })}` : ""}
          {row.exact ? "" : `, ${t("heuristic")}`}
          {row.replaced_by ? `, ${t("replacedBy", { name: row.replaced_by })}` : ""}
        </span>
        <span className="spacer" />
        {canWrite ? (
          <Button kind="plain" size="small" onPress={() => void removeSelection(row.id)}>
            {t("remove")}
          </Button>
        ) : null}
      </div>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <p className="frame-words reading">{data.paragraph}</p>
          <table className="frame-plain">
            <thead>
              <tr>
                {data.table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.table.rows.map((cells, at) => (
                <tr key={at}>
                  {cells.map((cell, place) =>
                    place === 0 ? (
                      <th key={place} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={place}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </section>
  );
}
