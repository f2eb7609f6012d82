import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import "../../components/figures.css";
import "../../components/parts.css";
import { useActions } from "../../store/actions";
import { useContrasts, useContrastsFile } from "../../store/contrasts";
import { useDesk } from "../../store/desk";
import { useMatrixOptions } from "../../store/matrix";
import { isGroupOfPeople } from "../compare/use-comparison";
import { BehindPanel } from "./BehindPanel";
import { rowsOf } from "./contrast-rows";
import { ContrastTable } from "./ContrastTable";
import type { ContrastTableHandle } from "./ContrastTable";
import { DotPlot } from "./DotPlot";
import "./groups.css";
import { GroupsBar } from "./GroupsBar";
import { TestSaid } from "./TestSaid";
import { useGroupsChoice } from "./use-groups-choice";

const FILES = ["xlsx", "csv", "svg", "png", "html"] as const;

/** How groups of participants differ in what they say, and what speaks against it. */
export default function CompareGroups() {
  const t = useTranslations("compareGroups");
  const { data: options, error: optionsError, refetch: again } = useMatrixOptions();
  const rows = options?.rows ?? [];
  const sides = rows.filter(isGroupOfPeople);
  const anyBy = sides.find(({ value }) => value === "sites")?.value ?? sides[0]?.value ?? "";
  const { choice, contrast: asked, cell, isAgainst, change, choose } = useGroupsChoice(anyBy);
  const { data, error, isPlaceholderData, refetch } = useContrasts(choice);
  const { data: whole } = useContrasts({ ...choice, groups: [] });
  const table = useRef<ContrastTableHandle>(null);
  const [opened, setOpened] = useState(0);
  const made = error ? undefined : data;
  const contrast = made ? Math.min(asked, made.contrasts.length - 1) : 0;
  const fileOf = useContrastsFile(choice, contrast);
  const shown = useMemo(() => (made ? rowsOf(made, contrast) : []), [made, contrast]);
  const words = made?.contrasts[contrast];
  const group = made?.groups[words?.group ?? 0]?.name ?? "";

  const back = () => {
    useDesk.getState().set({ isInspectorOver: false });
    table.current?.focus();
  };
  useActions([
    { id: "groups-table", title: t("keys.tableTitle"), keys: ["t"], bar: t("keys.table"), group: t("title"), run: () => table.current?.focus() },
  ]);

  return (
    <>
      <Header title={t("title")}>
        {made && shown.length > 0 ? (
          <span className="row no-print">
            <Button size="small" onPress={() => window.print()}>
              {t("print")}
            </Button>
            {FILES.map((kind) => (
              <a key={kind} className="button small" href={fileOf(kind)} download>
                {t(`files.${kind}`)}
              </a>
            ))}
          </span>
        ) : null}
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body figures">
          {optionsError ? <ErrorNote error={optionsError} onAgain={() => void again()} /> : null}
          {options && !anyBy ? (
            <EmptyState title={t("empty.title")}>
              <p>{t.rich("empty.text", { link: (said) => <Link to="/cases">{said}</Link> })}</p>
            </EmptyState>
          ) : (
            <GroupsBar
              choice={choice}
              sides={sides}
              codes={rows.filter((each) => each.group === "Codes").map(({ value, label }) => ({ value, label }))}
              known={whole?.groups.map(({ name }) => name) ?? []}
              made={made}
              contrast={contrast}
              choose={choose}
              onContrast={(number) => change({ contrast: number ? String(number) : null })}
            />
          )}
          {isSlip(error) ? <QuerySlip failure={error} asked={choice.where} /> : null}
          {error && !isSlip(error) ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!made && !error && (anyBy || !options) ? <Loading /> : null}
          {made ? (
            <>
              <TestSaid made={made} contrast={contrast} />
              {shown.length === 0 ? <p>{t("nothing")}</p> : null}
              {shown.length > 0 ? (
                <div className="figures-both">
                  <ContrastTable
                    ref={table}
                    made={made}
                    rows={shown}
                    cell={cell}
                    isOld={isPlaceholderData}
                    onOpen={(to, { byKey }) => {
                      useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
                      change({ code: to.code, of: to.group, show: null });
                      if (byKey) setOpened((count) => count + 1);
                    }}
                  />
                  <DotPlot rows={shown} title={words?.words ?? ""} group={group} />
                </div>
              ) : null}
              <p className="figures-notes">{made.notes.join(" ")}</p>
            </>
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          {made && cell ? (
            <BehindPanel
              key={`${cell.code} ${cell.group}`}
              choice={choice}
              cell={cell}
              isAgainst={isAgainst}
              focusCount={opened}
              onAgainst={(is) => change({ show: is ? "against" : null })}
              onBack={back}
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
