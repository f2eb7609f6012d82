import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EditableText } from "../../components/EditableText";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import type { FrameWhole, SelectionRow } from "../../services/shapes";
import { useFrameActs, useSelection, useSelectionFile } from "../../store/frames";
import { PickDialog } from "./PickDialog";
import { ReplaceDialog } from "./ReplaceDialog";

interface Props {
  frame: FrameWhole;
  selections: readonly SelectionRow[];
  canWrite: boolean;
  onChoose: () => void;
}

/** The choices made from a frame, the latest first, each with its words for a methods section. */
export function SelectionList({ frame, selections, canWrite, onChoose }: Props) {
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
        <OneSelection key={selection.id} frame={frame} row={selection} names={names} canWrite={canWrite} />
      ))}
    </div>
  );
}

interface OneProps {
  frame: FrameWhole;
  row: SelectionRow;
  names: boolean;
  canWrite: boolean;
}

function OneSelection({ frame, row, names, canWrite }: OneProps) {
  const t = useTranslations("frames.selections");
  const { data, error, refetch } = useSelection(row.id, names);
  const { removeSelection, renameSelection } = useFrameActs();
  const [dialog, open] = useState<"replace" | "pick" | null>(null);
  const wordOf = useSelectionFile();
  const isStanding = row.replaced_by === null;
  return (
    <section aria-label={row.name}>
      <div className="frame-selection-head">
        <h2>
          <EditableText
            label={t("name")}
            value={row.name}
            isRequired
            isReadOnly={!canWrite}
            onSave={async (name) => (await renameSelection(row.id, name)) !== null}
          />
        </h2>
        <span className="quiet small">
          {t(`method.${row.method as "manual"}`)}
          {row.tied > 1 ? `, ${t("tied", { count: row.tied })}` : ""}
          {row.exact ? "" : `, ${t("heuristic")}`}
          {row.replaced_by ? `, ${t("replacedBy", { name: row.replaced_by })}` : ""}
        </span>
        <span className="spacer" />
        {canWrite ? (
          <span className="row no-print">
            {isStanding && row.tied > 1 ? (
              <Button size="small" isDisabled={!data} onPress={() => open("pick")}>
                {t("pick")}
              </Button>
            ) : null}
            {isStanding ? (
              <Button size="small" isDisabled={!data} onPress={() => open("replace")}>
                {t("replace")}
              </Button>
            ) : null}
            <a className="button small" href={wordOf(row.id, names)} download>
              {t("word")}
            </a>
            <Button kind="plain" size="small" onPress={() => void removeSelection(row.id)}>
              {t("remove")}
            </Button>
          </span>
        ) : null}
      </div>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <p className="frame-words reading">{data.paragraph}</p>
          <table className="plain-table">
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
          {dialog === "replace" ? <ReplaceDialog frame={frame} selection={data} onClose={() => open(null)} /> : null}
          {dialog === "pick" ? <PickDialog selection={data} onClose={() => open(null)} /> : null}
        </>
      ) : null}
    </section>
  );
}
