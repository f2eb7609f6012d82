import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Icon } from "../../components/Icon";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { Menu } from "../../components/Menu";
import { Loading } from "../../components/Progress";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useGo } from "../../store/desk-actions";
import { qcaAddress, useQca, useQcaActs, useQcaFile, useQcaList } from "../../store/qca";
import type { Qca } from "../../store/qca";
import { useCanWrite } from "../../store/study";
import { CutsBar } from "./CutsBar";
import { DefineDialog } from "./DefineDialog";
import { Data, Necessary, Sets } from "./More";
import { RowInspector } from "./RowInspector";
import { Solutions } from "./Solutions";
import { TruthTable } from "./TruthTable";
import type { TruthTableHandle } from "./TruthTable";
import { useQcaChoice } from "./use-qca-choice";

/** One analysis: warnings, truth table, solutions, and the cases of the row that was opened. */
export function QcaDesk({ id }: { id: string }) {
  const t = useTranslations("compareQca");
  const { cuts, row, change } = useQcaChoice();
  const { data, error, isPlaceholderData, refetch } = useQca(id, cuts);
  const { data: analyses } = useQcaList();
  const files = useQcaFile(id, cuts);
  const canWrite = useCanWrite();
  const go = useGo();
  const { remove } = useQcaActs();
  const table = useRef<TruthTableHandle>(null);
  const [isDefining, setDefining] = useState(false);
  const [opened, setOpened] = useState(0);
  const qca = error ? undefined : data;
  const open = qca?.rows.find(({ number }) => number === row);
  const stored = analyses?.find((each) => each.id === id);

  const look = (number: number, { byKey }: { byKey: boolean }) => {
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    change({ row: String(number) });
    if (byKey) setOpened((count) => count + 1);
  };
  const back = () => {
    useDesk.getState().set({ isInspectorOver: false });
    table.current?.focus();
  };
  const takeAway = async () => {
    go("/compare/qca", { replace: true });
    if (!(await remove(id))) go(qcaAddress(id), { replace: true });
  };
  const group = t("title");
  useActions([
    { id: "qca-table", title: t("keys.tableTitle"), keys: ["t"], bar: t("keys.table"), group, run: () => table.current?.focus() },
    { id: "qca-change", title: t("act.change"), keys: ["e"], bar: t("bar.change"), group, disabled: !canWrite, run: () => setDefining(true) },
  ]);

  return (
    <>
      <Header
        title={qca?.name ?? stored?.name ?? t("title")}
        beside={
          <Link to="/compare/qca" className="small no-print">
            {t("all")}
          </Link>
        }
      >
        <span className="row no-print">
          {canWrite ? (
            <Button size="small" onPress={() => setDefining(true)}>
              {t("act.change")}
            </Button>
          ) : null}
          {qca ? (
            <>
              <a className="button small" href={files.word} download>
                Word
              </a>
              <a className="button small" href={files.table("truth")} download>
                Excel
              </a>
            </>
          ) : null}
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
        </span>
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body qca">
          {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!qca && !error ? <Loading /> : null}
          {qca ? (
            <>
              <Warnings qca={qca} description={stored?.description ?? null} />
              <Sets qca={qca} />
              <CutsBar qca={qca} negated={cuts.negated} onChange={(changes) => change({ ...changes, row: null })} />
              <h2>{t("table.title")}</h2>
              <TruthTable ref={table} qca={qca} open={row} isOld={isPlaceholderData} onOpen={look} />
              <p className="quiet small">{t("table.legend", { outcome: qca.outcome })}</p>
              <Solutions qca={qca} figureAt={files.figure} />
              <Necessary qca={qca} />
              <Data qca={qca} />
              <p className="quiet small qca-foot">{t("foot", { state: qca.state, digest: qca.digest.slice(0, 16) })}</p>
            </>
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          {qca && open ? (
            <RowInspector key={open.number} qca={qca} row={open} focusCount={opened} onBack={back} />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector")}</h2>
              <p>{t("row.hint")}</p>
              <p className="quiet">{t("row.hintKeys")}</p>
            </div>
          )}
        </Inspector>
      </div>
      {isDefining ? (
        <DefineDialog
          analysis={id}
          onClose={(made) => {
            setDefining(false);
            if (made && made !== id) go(qcaAddress(made));
          }}
        />
      ) : null}
    </>
  );
}

/** What has to be known before any figure. */
function Warnings({ qca, description }: { qca: Qca; description: string | null }) {
  const t = useTranslations("compareQca");
  return (
    <div className="qca-about">
      {description ? <p>{description}</p> : null}
      {qca.warnings.length > 0 ? (
        <ul className="qca-warnings" aria-label={t("warnings")}>
          {qca.warnings.map((warning) => (
            <li key={warning} className="qca-warning">
              {warning}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="quiet small">
        {t("about", { count: qca.cases.length, counted: qca.counted, outcome: qca.outcome })}
      </p>
    </div>
  );
}
