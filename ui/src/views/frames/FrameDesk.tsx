import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { Menu } from "../../components/Menu";
import { Icon } from "../../components/Icon";
import { Parts } from "../../components/Parts";
import { Loading } from "../../components/Progress";
import type { SelectionRow } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useGo } from "../../store/desk-actions";
import { frameAddress, useFrame, useFrameActs, useSelections } from "../../store/frames";
import { useCanWrite } from "../../store/study";
import { AboutFrame } from "./AboutFrame";
import { CasePane } from "./CasePane";
import { ChooseDialog } from "./ChooseDialog";
import { FrameTable } from "./FrameTable";
import { GroupDialog } from "./GroupDialog";
import { Plots } from "./Plots";
import { SelectionList } from "./SelectionList";

const TABS = ["table", "plots", "selections"] as const;
const NONE: SelectionRow[] = [];

/** One frame: its cases as a table, each number in a plot, and the choices made from it. */
export function FrameDesk({ id }: { id: string }) {
  const t = useTranslations("frames");
  const [parameters, setParameters] = useSearchParams();
  const tab = TABS.find((each) => each === parameters.get("tab")) ?? "table";
  const chosenCase = parameters.get("case");
  const { data: frame, error, refetch } = useFrame(id);
  const { data: selections = NONE } = useSelections(id);
  const canWrite = useCanWrite();
  const go = useGo();
  const { remove } = useFrameActs();
  const [dialog, open] = useState<"group" | "choose" | null>(null);
  // Those of selections that still stand: a replaced one is told in the list alone.
  const chosen = useMemo(
    () =>
      new Set(
        selections.filter((each) => each.replaced_by === null).flatMap((each) => each.chosen.map((one) => one.id)),
      ),
    [selections],
  );
  const look = (which: string) => {
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.set("case", which);
        return next;
      },
      { replace: true },
    );
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
  };
  const takeAway = async () => {
    go("/frames", { replace: true });
    if (!(await remove(id))) go(frameAddress(id), { replace: true });
  };
  const group = t("title");
  const disabled = !canWrite || !frame;
  useActions([
    { id: "frame-group", title: t("act.group"), keys: ["g"], bar: t("bar.group"), group, disabled, run: () => open("group") },
    { id: "frame-choose", title: t("act.choose"), keys: ["c"], bar: t("bar.choose"), group, disabled, run: () => open("choose") },
  ]);

  return (
    <>
      <Header
        title={frame?.name ?? t("title")}
        beside={
          <Link to="/frames" className="small no-print">
            {t("all")}
          </Link>
        }
      >
        <span className="row no-print">
          {frame && canWrite ? (
            <>
              <Button size="small" onPress={() => open("group")}>
                {t("act.group")}
              </Button>
              <Button size="small" kind="main" onPress={() => open("choose")}>
                {t("act.choose")}
              </Button>
            </>
          ) : null}
          {frame ? (
            <Menu
              label={t("more")}
              choices={[
                { id: "print", label: t("print"), run: () => window.print() },
                { id: "remove", label: t("act.remove"), isDanger: true, isDisabled: !canWrite, hasLine: true, run: () => void takeAway() },
              ]}
            >
              <Button size="small">
                {t("more")} <Icon name="down" />
              </Button>
            </Menu>
          ) : null}
        </span>
      </Header>
      <div className="view">
        <div className="view-body frame-body">
          <div className="frame-tabs no-print">
            <Parts
              label={t("tabs.label")}
              here={tab}
              parts={TABS.map((each) => ({
                id: each,
                to: frameAddress(id, each === "table" ? undefined : each),
                name: (
                  <>
                    {t(`tabs.${each}`)}
                    {each === "selections" && selections.length > 0 ? <small> {selections.length}</small> : null}
                  </>
                ),
              }))}
            />
          </div>
          {error && !frame ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!frame && !error ? <Loading /> : null}
          {frame && tab === "table" ? <FrameTable frame={frame} chosen={chosen} inHand={chosenCase} onLook={look} /> : null}
          {frame && tab === "plots" ? <Plots frame={frame} chosen={chosen} /> : null}
          {frame && tab === "selections" ? (
            <SelectionList frame={frame} selections={selections} canWrite={canWrite} onChoose={() => open("choose")} />
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          {frame ? (
            <>
              {chosenCase ? <CasePane frame={frame} which={chosenCase} selections={selections} /> : null}
              <AboutFrame frame={frame} canWrite={canWrite} />
            </>
          ) : null}
        </Inspector>
      </div>
      {frame && dialog === "group" ? <GroupDialog frame={frame} onClose={() => open(null)} /> : null}
      {frame && dialog === "choose" ? (
        <ChooseDialog
          frame={frame}
          onClose={(isMade) => {
            open(null);
            if (isMade) go(frameAddress(id, "selections"));
          }}
        />
      ) : null}
    </>
  );
}
