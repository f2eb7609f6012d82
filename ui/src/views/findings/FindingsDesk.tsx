import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import type { FindingRow, Findings } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useFindingActs } from "../../store/findings";
import { passageInHand } from "../../store/passage-in-hand";
import { FindingInspector } from "./FindingInspector";
import { FindingSheet } from "./FindingSheet";
import { Ledger } from "./Ledger";
import { NoFindings } from "./NoFindings";
import { StandingFilter } from "./StandingFilter";
import { isChanged } from "./figures";
import type { useFindingsAddress } from "./use-findings-address";

interface Props {
  all: Findings;
  /** Whether the newest are on their way: one that was just added is not gone. */
  isBeingRead: boolean;
  /** Those that the filter leaves. */
  shown: readonly FindingRow[];
  at: ReturnType<typeof useFindingsAddress>;
  words: string;
  canWrite: boolean;
  onWords: (words: string) => void;
  onNew: () => void;
}

/** The ledger, the finding that is chosen, and what stands beside it. */
export function FindingsDesk({ all, isBeingRead, shown, at, words, canWrite, onWords, onNew }: Props) {
  const t = useTranslations("findings");
  const common = useTranslations("common.toFinding");
  const { remove, accept, give } = useFindingActs();
  const [addingTo, setAddingTo] = useState<string | null>(null);
  const [against, setAgainst] = useState<{ of: string; asked: number } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const finding = all.findings.find(({ id }) => id === at.id) ?? null;
  const hasChanged = finding?.checks.some(isChanged) ?? false;

  const findAgainst = (isWanted: boolean) => {
    if (!finding) return;
    if (isWanted) useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    setAgainst(isWanted ? { of: finding.id, asked: (against?.asked ?? 0) + 1 } : null);
  };
  const isAgainst = finding !== null && against?.of === finding.id;
  const giveAgainst = () => {
    const passage = passageInHand();
    if (finding && passage) void give(finding.id, passage, true);
    else useDesk.getState().show({ text: common("noPassage"), hint: common("noPassageHint") });
  };
  const focusList = () =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[aria-selected="true"], [role="listbox"]')?.focus(),
    );
  const removeOne = async () => {
    if (!finding) return;
    const place = shown.findIndex(({ id }) => id === finding.id);
    const next = shown[place + 1] ?? shown[place - 1];
    at.choose(next?.id ?? null);
    focusList();
    if (!(await remove(finding.id))) at.choose(finding.id);
  };
  const group = t("title");
  useActions([
    { id: "new-finding", title: t("new.title"), keys: ["n"], bar: t("bar.new"), group, words: t("new.words"), disabled: !canWrite, run: onNew },
    { id: "add-check", title: t("act.check"), keys: ["c"], bar: t("bar.check"), group, disabled: !finding || !canWrite, run: () => setAddingTo(finding?.id ?? null) },
    { id: "accept-figures", title: t("check.acceptAll"), keys: ["t"], bar: t("bar.accept"), group, disabled: !finding || !canWrite || !hasChanged, run: () => void (finding && accept(finding.id)) },
    { id: "find-against", title: t("beside.find"), keys: ["x"], bar: t("bar.against"), group, disabled: !finding, run: () => findAgainst(true) },
    { id: "give-against", title: t("act.giveAgainst"), keys: ["a"], group, disabled: !isAgainst || !canWrite, run: giveAgainst },
    { id: "findings-list", title: t("act.list"), keys: ["l"], group, run: focusList },
    { id: "remove-finding", title: t("act.remove"), keys: ["Delete"], group, disabled: !finding || !canWrite, run: () => void removeOne() },
  ]);

  if (all.findings.length === 0)
    return (
      <div className="view">
        <div className="view-body">
          <NoFindings onNew={canWrite ? onNew : null} />
        </div>
      </div>
    );
  return (
    <div className="view findings no-print">
      <div className="finding-side" ref={list}>
        <div className="finding-filter">
          <StandingFilter counts={all.counts} standing={at.standing} onChange={(standing) => at.set("standing", standing)} />
          <Field
            label={t("ledger.find")}
            isLabelUnseen
            placeholder={t("ledger.find")}
            type="search"
            value={words}
            onChange={onWords}
          />
        </div>
        <Ledger findings={shown} chosen={at.id} onChoose={at.choose} />
      </div>
      <div className="finding-pane">
        {finding ? (
          <FindingSheet
            key={finding.id}
            finding={finding}
            canWrite={canWrite}
            isAddingCheck={addingTo === finding.id}
            onAddCheck={(isOpen) => setAddingTo(isOpen ? finding.id : null)}
            onRemove={() => void removeOne()}
          />
        ) : (
          <NoneChosen isBeingRead={isBeingRead} isAsked={at.id !== null} />
        )}
      </div>
      <Inspector label={t("beside.label")}>
        {finding ? (
          <FindingInspector
            key={finding.id}
            finding={finding}
            canWrite={canWrite}
            againstAsked={isAgainst ? against.asked : 0}
            onAgainst={findAgainst}
          />
        ) : (
          <div className="inspector-hint">
            <h2>{t("beside.label")}</h2>
            <p>{t("beside.hint")}</p>
          </div>
        )}
      </Inspector>
    </div>
  );
}

function NoneChosen({ isBeingRead, isAsked }: { isBeingRead: boolean; isAsked: boolean }) {
  const t = useTranslations("findings");
  if (isAsked && isBeingRead) return <Loading />;
  return <p className="quiet finding-choose">{isAsked ? t("gone") : t("choose")}</p>;
}
