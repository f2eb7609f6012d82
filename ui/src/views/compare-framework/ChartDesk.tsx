import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ChangedMeanwhile } from "../../components/ChangedMeanwhile";
import { CompareTabs } from "../../components/CompareTabs";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import { useActions } from "../../store/actions";
import { useClash } from "../../store/changed-meanwhile";
import { useChart, useChartCell, useChartFile } from "../../store/charting";
import { useDesk } from "../../store/desk";
import { useSaveFile } from "../../store/disclosure";
import { useCanWrite } from "../../store/study";
import { ChartChoices } from "./ChartChoices";
import { ChartInspector } from "./ChartInspector";
import { ChartTable } from "./ChartTable";
import type { ChartTableHandle } from "./ChartTable";
import { keyOf, useCellSaving } from "./use-cell-saving";
import { useChartAddress } from "./use-chart-address";

const FILES = ["docx", "xlsx", "html"] as const;

/** The choices, the matrix with the cell in hand, and what is beneath that cell. */
export function ChartDesk() {
  const t = useTranslations("compareFramework");
  const at = useChartAddress();
  const { choice, subject, code, change } = at;
  const { data: chart, error, isPlaceholderData, refetch } = useChart(choice);
  const fileOf = useChartFile(choice);
  const saveFile = useSaveFile();
  const canWrite = useCanWrite();
  const table = useRef<ChartTableHandle>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const place = subject && code ? { subject, column: code, wave: choice.wave || null } : null;
  const cell = useChartCell(place);
  const { clash, ask } = useClash();
  const saving = useCellSaving(cell.data, place, ask);

  const open = (to: { subject: string; column: string }) => {
    useDesk.getState().set({ isInspectorOpen: true });
    change({ subject: to.subject, code: to.column });
  };
  const edit = () => {
    if (place && canWrite) setEditing(keyOf(place));
  };
  const leave = () => {
    setEditing(null);
    table.current?.focus();
  };
  const group = t("title");
  useActions([
    { id: "chart-table", title: t("keys.tableTitle"), keys: ["t"], bar: t("keys.table"), group, run: () => table.current?.focus() },
    { id: "chart-edit", title: t("keys.editTitle"), keys: ["e"], bar: t("keys.edit"), group, run: edit, disabled: !canWrite || !place },
  ]);

  return (
    <>
      <Header title={t("title")}>
        <span className="row no-print">
          <Button size="small" onPress={() => window.print()}>
            {t("print")}
          </Button>
          {FILES.map((ending) => (
            <Button key={ending} size="small" onPress={() => void saveFile(fileOf(ending))}>
              {t(`export.${ending}`)}
            </Button>
          ))}
        </span>
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body chart-body">
          <ChartChoices address={at} />
          {isSlip(error) ? <QuerySlip failure={error} asked={choice.where} /> : null}
          {error && !isSlip(error) ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!chart && !error ? <Loading /> : null}
          {chart && !error && chart.rows.length === 0 ? <p className="quiet">{t("nothing")}</p> : null}
          {chart && !error && chart.rows.length > 0 ? (
            <ChartTable
              key={`${choice.rows} ${choice.columns}`}
              ref={table}
              chart={chart}
              wave={choice.wave}
              label={t("title")}
              isOld={isPlaceholderData}
              chosen={place}
              editing={editing}
              onOpen={open}
              onEdit={(to) => {
                open(to);
                if (canWrite) setEditing(keyOf({ ...to, wave: choice.wave || null }));
              }}
              editor={{ cell: cell.data, save: saving.save, leave }}
            />
          ) : null}
          {chart ? <p className="chart-notes">{chart.notes.join(" ")}</p> : null}
        </div>
        <Inspector label={t("inspector")}>
          {place && cell.data ? (
            <ChartInspector
              key={keyOf(place)}
              cell={cell.data}
              place={place}
              canWrite={canWrite}
              onDraft={(text) => {
                saving.keep(text);
                edit();
              }}
              onEdit={edit}
              onSay={(state) => void saving.save("", state)}
            />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector")}</h2>
              <p>{t("hint")}</p>
              <p className="quiet">{t("hintKeys")}</p>
            </div>
          )}
          {place && cell.error ? <ErrorNote error={cell.error} onAgain={() => void cell.refetch()} /> : null}
        </Inspector>
      </div>
      {clash ? <ChangedMeanwhile clash={clash} /> : null}
    </>
  );
}
