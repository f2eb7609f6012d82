import { useTranslations } from "use-intl";

import { ChangedMeanwhile } from "../../components/ChangedMeanwhile";
import { EditableText } from "../../components/EditableText";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { StandingMark } from "../../components/StandingMark";
import type { FindingRow } from "../../services/shapes";
import { saveText, useClash } from "../../store/changed-meanwhile";
import { useFinding, useFindingActs } from "../../store/findings";
import { CheckList } from "./CheckList";
import { EvidenceSides } from "./EvidenceSides";
import { FindingFacts } from "./FindingFacts";
import { QuoteList } from "./QuoteList";

interface Props {
  finding: FindingRow;
  canWrite: boolean;
  /** Whether the editor for a new check is open. */
  isAddingCheck: boolean;
  onAddCheck: (isOpen: boolean) => void;
  onRemove: () => void;
}

/** A finding: what it says, what checks it, and in whose words. */
export function FindingSheet({ finding, canWrite, isAddingCheck, onAddCheck, onRemove }: Props) {
  const t = useTranslations("findings");
  const { data: whole, error, refetch } = useFinding(finding.id);
  const { change } = useFindingActs();
  const { clash, ask } = useClash();
  const save = async (typed: string) =>
    (await saveText({
      label: t("field.statement"),
      typed,
      was: finding.statement,
      ask,
      send: (statement, was, options) => change(finding.id, { statement, was: { statement: was } }, options),
    })) !== null;
  const { checks, standing } = finding;
  const holding = checks.filter(({ holds }) => holds).length;
  return (
    <article className="finding-sheet" aria-label={`${finding.name} ${finding.statement}`}>
      <FindingFacts finding={finding} canWrite={canWrite} onRemove={onRemove} />
      <h2 className="finding-statement">
        <EditableText
          label={t("field.statement")}
          value={finding.statement}
          rows={3}
          isReadOnly={!canWrite}
          isRequired
          onSave={save}
        />
      </h2>
      <p className="finding-stands" role="status">
        <StandingMark standing={standing} />
        <span className="quiet">
          {checks.length === 0 ? t("stands.none") : t("stands.holding", { holding, checks: checks.length })}
        </span>
      </p>
      <CheckList finding={finding} canWrite={canWrite} isAdding={isAddingCheck} onAdd={onAddCheck} />
      {error && !whole ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!whole && !error ? <Loading /> : null}
      {whole ? (
        <>
          <QuoteList quotes={whole.quote_rows} canWrite={canWrite} />
          <EvidenceSides evidence={whole.evidence_rows} canWrite={canWrite} />
        </>
      ) : null}
      {clash ? <ChangedMeanwhile clash={clash} /> : null}
    </article>
  );
}
