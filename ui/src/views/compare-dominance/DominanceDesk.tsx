import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { useActions } from "../../store/actions";
import { useCodes } from "../../store/codes";
import { useDesk } from "../../store/desk";
import { useDominance, useDominanceFile } from "../../store/dominance";
import type { DominanceChoice, StatementsChoice } from "../../store/dominance";
import { WhereField } from "../compare/WhereField";
import { ConditionList } from "./ConditionList";
import { DomainTable } from "./DomainTable";
import type { DomainTableHandle } from "./DomainTable";
import { JudgementList } from "./JudgementList";
import { StatementPanel } from "./StatementPanel";

/** The cause, its numbers by domain, the conditions, and whoever judged it. */
export function DominanceDesk() {
  const t = useTranslations("compareDominance");
  const [parameters, setParameters] = useSearchParams();
  const choice: DominanceChoice = {
    cause: parameters.get("cause") ?? "",
    unit: parameters.get("unit") === "turn" ? "turn" : "overlap",
    where: parameters.get("where") ?? "",
  };
  const { data: codes } = useCodes();
  const { data, error, isPlaceholderData, refetch } = useDominance(choice);
  const file = useDominanceFile(choice);
  const table = useRef<DomainTableHandle>(null);
  const [opened, setOpened] = useState<{ what: StatementsChoice; count: number } | null>(null);
  const answer = choice.cause && !error ? data : undefined;

  const change = (name: string, value: string) => {
    setOpened(null);
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  };
  const open = (what: StatementsChoice, { byKey }: { byKey: boolean }) => {
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    setOpened((before) => ({ what, count: (before?.count ?? 0) + (byKey ? 1 : 0) }));
  };
  const back = () => {
    useDesk.getState().set({ isInspectorOver: false });
    table.current?.focus();
  };
  useActions([
    {
      id: "dominance-table",
      title: t("keys.tableTitle"),
      keys: ["t"],
      bar: t("keys.table"),
      group: t("title"),
      run: () => table.current?.focus(),
    },
  ]);

  return (
    <>
      <Header title={t("title")}>
        {answer ? (
          <span className="row no-print">
            <Button size="small" onPress={() => window.print()}>
              {t("print")}
            </Button>
            <a className="button small" href={file} download>
              {t("word")}
            </a>
          </span>
        ) : null}
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          <div className="dominance-bar no-print" role="group" aria-label={t("choices")}>
            <Select
              label={t("cause")}
              value={choice.cause}
              options={[
                { value: "", label: t("chooseCause") },
                ...(codes?.codes ?? []).map(({ id, name, path }) => ({
                  value: id,
                  label: name,
                  group: path[0] ?? name,
                })),
              ]}
              onChange={(cause) => change("cause", cause)}
            />
            <Select
              label={t("unit.label")}
              value={choice.unit}
              options={[
                { value: "overlap", label: t("unit.overlap") },
                { value: "turn", label: t("unit.turn") },
              ]}
              onChange={(unit) => change("unit", unit)}
            />
            <WhereField key={choice.where} where={choice.where} onChange={(where) => change("where", where)} />
          </div>
          {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {choice.cause === "" ? (
            <EmptyState title={t("start.title")}>
              <p>{t("start.text")}</p>
            </EmptyState>
          ) : null}
          {choice.cause && !answer && !error ? <Loading /> : null}
          {answer ? (
            <div className={`dominance${isPlaceholderData ? " old" : ""}`}>
              <p className="dominance-title">
                {t("heading", { cause: answer.cause_name, domains: answer.rows.length, of: answer.whole.of })}
              </p>
              {answer.notes.length > 0 ? (
                <ul className="dominance-notes" aria-label={t("notes")}>
                  {answer.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              ) : null}
              <DomainTable ref={table} answer={answer} open={opened?.what ?? null} onOpen={open} />
              <ConditionList conditions={answer.conditions} />
              {choice.where ? <p className="quiet">{t("narrowed")}</p> : <JudgementList answer={answer} />}
            </div>
          ) : null}
        </div>
        <Inspector label={t("inspector.title")}>
          {answer && opened ? (
            <StatementPanel
              choice={choice}
              statements={opened.what}
              name={answer.rows.find(({ id }) => id === opened.what.of)?.name ?? null}
              focusCount={opened.count}
              onBack={back}
            />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector.title")}</h2>
              <p>{t("inspector.hint")}</p>
            </div>
          )}
        </Inspector>
      </div>
    </>
  );
}
