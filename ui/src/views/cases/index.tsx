/** The cases: a grid to be edited like a spreadsheet, or the tree of what lies in what. */
import { Suspense, lazy, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useParams } from "wouter";

import { ErrorNote } from "../../components/ErrorNote";
import { Inspector } from "../../components/Inspector";
import { focusAfterDialog } from "../../components/focus-after-dialog";
import { Loading } from "../../components/Progress";
import { useActions } from "../../store/actions";
import { useCases } from "../../store/cases";
import { useCanWrite } from "../../store/study";
import { CaseDialogs } from "./CaseDialogs";
import { CaseHeader } from "./CaseHeader";
import { CasePanel } from "./CasePanel";
import { CaseTools } from "./CaseTools";
import { GridDesk } from "./GridDesk";
import { NoCases } from "./NoCases";
import { PrintedCases } from "./PrintedCases";
import { ALL, SITE, isInSeveral } from "./grid-columns";
import { useCaseChosen, useDialogAsked } from "./use-case-address";
import { useViewState } from "./use-view-state";
import "./cases.css";

const CaseTree = lazy(async () => ({ default: (await import("./CaseTree")).CaseTree }));

export default function CasesView() {
  const t = useTranslations("cases");
  const { id = null } = useParams<{ id?: string }>();
  const { data: cases, error, refetch, dataUpdatedAt } = useCases();
  const canWrite = useCanWrite();
  const view = useViewState(cases, t("grid.name"));
  const [chosen, choose] = useCaseChosen(id);
  const [dialog, open] = useDialogAsked();
  const findBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const row = useMemo(() => cases?.cases.find((each) => each.id === chosen) ?? null, [cases, chosen]);
  const isEmpty = cases !== undefined && cases.cases.length === 0;
  const { shape, setKind } = view;

  // A case of another kind that is asked for by its address is shown among its own.
  const kindAsked = useRef<string | null>(null);
  useEffect(() => {
    if (!cases || id === null || kindAsked.current === id) return;
    kindAsked.current = id;
    const asked = cases.cases.find((each) => each.id === id);
    if (asked && view.kind !== ALL && asked.kind !== view.kind && shape === "grid") setKind(asked.kind);
  }, [cases, id, view.kind, shape, setKind]);

  const found = useMemo(() => {
    const wanted = view.find.trim().toLocaleLowerCase();
    if (wanted === "" || !cases) return null;
    const hits = cases.cases.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    return new Set(hits.map((each) => each.id));
  }, [cases, view.find]);

  const close = () => {
    open(null);
    focusAfterDialog(() => body.current?.querySelector<HTMLElement>('[role="grid"], [role="treegrid"]'));
  };
  const isGrid = shape === "grid" && !isEmpty;
  const inGrid = { group: t("title"), disabled: !isGrid };
  const none = () => undefined;
  useActions([
    { id: "case-new", title: t("act.new"), keys: ["n", "Alt+n"], bar: t("bar.new"), group: t("title"), disabled: !canWrite, run: () => open({ name: "case" }) },
    { id: "case-edit", title: t("act.edit"), keys: ["Enter", "F2"], bar: t("bar.edit"), unlisted: true, ...inGrid, disabled: !isGrid || !canWrite, run: none },
    { id: "case-range", title: t("act.range"), keys: ["Shift+ArrowDown"], bar: t("bar.range"), unlisted: true, ...inGrid, run: none },
    { id: "case-copy", title: t("act.copy"), keys: ["Mod+c"], unlisted: true, ...inGrid, run: none },
    { id: "case-paste", title: t("act.paste"), keys: ["Mod+v"], bar: t("bar.paste"), unlisted: true, ...inGrid, disabled: !isGrid || !canWrite, run: none },
    { id: "case-fill", title: t("act.fill"), keys: ["Mod+d"], bar: t("bar.fill"), unlisted: true, ...inGrid, disabled: !isGrid || !canWrite, run: none },
    { id: "case-clear", title: t("act.clear"), keys: ["Delete"], unlisted: true, ...inGrid, disabled: !isGrid || !canWrite, run: none },
    { id: "case-put", title: t("act.put"), keys: ["Enter"], bar: t("bar.put"), unlisted: true, group: t("title"), disabled: shape !== "tree" || !canWrite || isEmpty, run: none },
    { id: "case-find", title: t("act.find"), keys: ["/"], bar: t("bar.find"), group: t("title"), disabled: isEmpty, run: () => findBox.current?.focus() },
    { id: "case-import", title: t("act.import"), group: t("title"), disabled: !canWrite, run: () => open({ name: "import", text: "" }) },
    { id: "case-attribute", title: t("act.attribute"), group: t("title"), disabled: !canWrite, run: () => open({ name: "attribute", attribute: null }) },
    { id: "case-shape", title: t(shape === "grid" ? "act.tree" : "act.grid"), group: t("title"), disabled: isEmpty, run: () => view.setShape(shape === "grid" ? "tree" : "grid") },
  ]);

  return (
    <>
      <CaseHeader canWrite={canWrite} isEmpty={isEmpty} kind={view.kind} shape={shape} onShape={view.setShape} onOpen={open} />
      <div className="view">
        <div className="view-body cases" ref={body}>
          {error && !cases ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!cases && !error ? <Loading /> : null}
          {isEmpty ? <NoCases canWrite={canWrite} onOpen={open} /> : null}
          {cases && !isEmpty ? (
            <>
              <CaseTools cases={cases} view={view} canWrite={canWrite} findBox={findBox} />
              {shape === "grid" ? (
                <GridDesk
                  key={view.kind}
                  cases={cases}
                  answeredAt={dataUpdatedAt}
                  view={view}
                  chosen={chosen}
                  canWrite={canWrite}
                  onChoose={choose}
                  onTable={(text) => open({ name: "import", text })}
                  onAttribute={(attribute) => open({ name: "attribute", attribute })}
                />
              ) : (
                <Suspense fallback={<Loading />}>
                  <CaseTree
                    cases={cases.cases}
                    found={found}
                    chosen={chosen}
                    canWrite={canWrite}
                    onChoose={choose}
                    onPut={(member) => open({ name: "put", member })}
                  />
                </Suspense>
              )}
              <PrintedCases rows={view.rows} columns={view.columns} hasTwoSites={view.rows.some((each) => isInSeveral(each, SITE))} />
            </>
          ) : null}
        </div>
        {isEmpty ? null : (
          <Inspector label={t("inspector")}>
            {cases && row ? (
              <CasePanel key={row.id} row={row} cases={cases} canWrite={canWrite} />
            ) : (
              <p className="quiet">{t("panel.none")}</p>
            )}
          </Inspector>
        )}
      </div>
      {cases ? <CaseDialogs dialog={dialog} cases={cases} kind={view.kind} onMade={choose} onClose={close} /> : null}
    </>
  );
}
