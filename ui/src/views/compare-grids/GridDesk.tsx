import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import type { GridRow } from "../../services/shapes/synthesis-chart";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useSaveFile } from "../../store/disclosure";
import { useGridFile, useGridWhole } from "../../store/grids";
import { useWaves } from "../../store/waves";
import { CellPanel } from "./CellPanel";
import { GridTable } from "./GridTable";
import type { GridTableHandle } from "./GridTable";
import { RaterPanel } from "./RaterPanel";

const FILES = ["docx", "xlsx", "html"] as const;

/** One grid: its cells, what is judged of the one in hand, and how raters agree. */
export function GridDesk({ grids, grid }: { grids: readonly GridRow[]; grid: GridRow }) {
  const t = useTranslations("compareGrids");
  const [parameters, setParameters] = useSearchParams();
  const only = grid.case_kind ? parameters.get("case") : null;
  const { data: waves } = useWaves();
  const wave = parameters.get("wave");
  const { data: whole, error, isPlaceholderData, refetch } = useGridWhole(grid.id, null, wave);
  const fileOf = useGridFile(grid.id, { only, wave });
  const saveFile = useSaveFile();
  const table = useRef<GridTableHandle>(null);
  const shown = whole?.grid.id === grid.id ? whole : undefined;
  const place =
    parameters.get("row") && parameters.get("column")
      ? { row: parameters.get("row") ?? "", column: parameters.get("column") ?? "" }
      : null;
  const change = (changes: Record<string, string | null>) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const group = t("title");
  useActions([
    { id: "grid-table", title: t("keys.tableTitle"), keys: ["t"], bar: t("keys.table"), group, run: () => table.current?.focus() },
  ]);
  const judged = (shown?.judgements ?? []).filter((each) => only === null || each.case === only);

  return (
    <>
      <Header title={grid.name}>
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
        <div className="view-body grids-body">
          <div className="grids-choices no-print">
            <Select
              label={t("grid")}
              value={grid.id}
              options={[...grids.map(({ id, name }) => ({ value: id, label: name })), { value: "new", label: t("another") }]}
              onChange={(value) => change({ grid: value, case: null, row: null, column: null })}
            />
            {grid.case_kind && shown ? (
              <Select
                label={grid.case_kind}
                value={only ?? ""}
                options={[
                  { value: "", label: t("allCases") },
                  ...shown.cases.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(value) => change({ case: value || null })}
              />
            ) : null}
            {waves && waves.waves.length > 0 ? (
              <Select
                label={t("wave")}
                value={wave ?? ""}
                options={[
                  { value: "", label: t("noWave") },
                  ...waves.waves.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(value) => change({ wave: value || null })}
              />
            ) : null}
          </div>
          {error && !shown ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!shown && !error ? <Loading /> : null}
          {shown ? (
            <>
              {grid.description ? <p className="quiet small">{grid.description}</p> : null}
              <GridTable
                ref={table}
                whole={shown}
                judged={judged}
                only={only}
                isOld={isPlaceholderData}
                chosen={place}
                onOpen={(to) => {
                  useDesk.getState().set({ isInspectorOpen: true });
                  change(to);
                }}
              />
              <p className="quiet small">{t("legend", { order: order(grid), beside: beside(grid) })}</p>
              <RaterPanel whole={shown} only={only} wave={wave} />
              {grid.citation ? <p className="quiet small">{grid.citation}</p> : null}
            </>
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          {shown && place ? (
            <CellPanel
              key={`${place.row} ${place.column} ${only ?? ""} ${wave ?? ""}`}
              whole={shown}
              place={place}
              only={only}
              wave={wave}
              onCase={(id) => change({ case: id })}
            />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector")}</h2>
              <p>{t("hint")}</p>
              <p className="quiet">{t("hintKeys")}</p>
            </div>
          )}
        </Inspector>
      </div>
    </>
  );
}

const order = (grid: GridRow) =>
  grid.statuses.filter(({ on_scale }) => on_scale).map(({ name }) => name).join(", ");
const beside = (grid: GridRow) =>
  grid.statuses.filter(({ on_scale }) => !on_scale).map(({ name }) => name).join(", ");
