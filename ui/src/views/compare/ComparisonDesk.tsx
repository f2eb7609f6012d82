import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import type { Counts } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useMatrix, useMatrixFile } from "../../store/matrix";
import { CellInspector } from "./CellInspector";
import { ChoiceBar } from "./ChoiceBar";
import { MatrixNotes } from "./MatrixNotes";
import { MatrixTable } from "./MatrixTable";
import type { MatrixTableHandle } from "./MatrixTable";
import { shownRows } from "./shown-rows";
import { useComparison, withChosen } from "./use-comparison";
import type { CellPlace } from "./use-comparison";

const FILES = [
  { format: "docx", word: "word" },
  { format: "xlsx", word: "excel" },
  { format: "csv", word: "csv" },
] as const;

/** The choices, the table, and what is behind the cell that was opened. */
export function ComparisonDesk({ counts }: { counts: Counts }) {
  const t = useTranslations("compare");
  const comparison = useComparison(counts.interviewed > 0);
  const { options, choice, order, hidesEmpty, cell, change } = comparison;
  const { data, error, isPlaceholderData, refetch } = useMatrix(choice, options !== undefined);
  const fileOf = useMatrixFile(choice);
  const table = useRef<MatrixTableHandle>(null);
  const [opened, setOpened] = useState(0);
  const matrix = error ? undefined : data;
  const rows = useMemo(() => (matrix ? shownRows(matrix, order, hidesEmpty) : []), [matrix, order, hidesEmpty]);

  const labelOf = (value: string) =>
    withChosen(options?.rows ?? [], value).find((option) => option.value === value)?.label ?? value;
  const names = { rows: labelOf(choice.rows), columns: lowered(labelOf(choice.columns)) };
  const title = options ? t("titleOf", names) : t("title");

  const open = (to: CellPlace, { byKey }: { byKey: boolean }) => {
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    change({ row: to.row, column: to.column });
    if (byKey) setOpened((count) => count + 1);
  };
  const back = () => {
    useDesk.getState().set({ isInspectorOver: false });
    table.current?.focus();
  };
  const group = t("title");
  useActions([
    { id: "compare-table", title: t("keys.tableTitle"), keys: ["t"], bar: t("keys.table"), group, run: () => table.current?.focus() },
    { id: "compare-swap", title: t("keys.swapTitle"), keys: ["x"], bar: t("keys.swap"), group, run: comparison.swap },
  ]);

  return (
    <>
      <Header title={title}>
        <span className="row no-print">
          <Button size="small" onPress={() => window.print()}>
            {t("export.print")}
          </Button>
          {FILES.map(({ format, word }) => (
            <a key={format} className="button small" href={fileOf(format)} download>
              {t(`export.${word}`)}
            </a>
          ))}
        </span>
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body compare">
          <ChoiceBar comparison={comparison} />
          {comparison.error ? <ErrorNote error={comparison.error} onAgain={() => void comparison.refetch()} /> : null}
          {isSlip(error) ? <QuerySlip failure={error} asked={choice.where} /> : null}
          {error && !isSlip(error) ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!matrix && !error && !comparison.error ? <Loading /> : null}
          {matrix && (matrix.rows.length === 0 || matrix.columns.length === 0) ? (
            <p className="compare-nothing">
              {t("table.nothing", { rows: lowered(names.rows), columns: names.columns })}
            </p>
          ) : null}
          {matrix && matrix.rows.length > 0 && matrix.columns.length > 0 ? (
            <>
              <MatrixTable
                key={`${choice.rows} ${choice.columns}`}
                ref={table}
                matrix={matrix}
                rows={rows}
                rowsLabel={names.rows}
                label={title}
                cell={cell}
                isOld={isPlaceholderData}
                onOpen={open}
              />
              <MatrixNotes matrix={matrix} hidden={matrix.rows.length - rows.length} isEmpty={rows.length === 0} />
            </>
          ) : null}
          {options && !comparison.hasSites && comparison.isDefaultColumns ? (
            <p className="compare-notes">
              {t.rich("notes.noSites", {
                columns: names.columns,
                link: (words) => <Link to="/cases">{words}</Link>,
              })}
            </p>
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          {matrix && cell ? (
            <CellInspector
              key={`${cell.row} ${cell.column}`}
              choice={choice}
              matrix={matrix}
              cell={cell}
              focusCount={opened}
              onBack={back}
            />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector")}</h2>
              <p>{t("cell.hint")}</p>
              <p className="quiet">{t("cell.hintKeys")}</p>
            </div>
          )}
        </Inspector>
      </div>
    </>
  );
}

const lowered = (label: string) => label.charAt(0).toLocaleLowerCase() + label.slice(1);
