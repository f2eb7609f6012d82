import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { useDominanceActs } from "../../store/dominance";
import type { Dominance, NewDominanceJudgement } from "../../store/dominance";

type Verdict = NewDominanceJudgement["verdict"];

/** A verdict in one's own name, with the reason; the conditions are kept as they stand. */
export function JudgeDialog({ answer, onClose }: { answer: Dominance; onClose: () => void }) {
  const t = useTranslations("compareDominance.judgements");
  const { judge } = useDominanceActs();
  const [verdict, setVerdict] = useState<Verdict>("undecided");
  const [reason, setReason] = useState("");
  return (
    <RecordDialog
      title={t("judgeTitle", { cause: answer.cause_name })}
      onClose={onClose}
      onSave={(options) =>
        judge(
          {
            cause: answer.cause,
            verdict,
            reason: reason.trim() || null,
            unit: answer.unit,
            domains: answer.rows.flatMap(({ id }) => (id ? [id] : [])),
          },
          options,
        )
      }
    >
      <Select
        label={t("verdictLabel")}
        value={verdict}
        options={[
          { value: "undecided", label: t("verdict.undecided") },
          { value: "dominant", label: t("verdict.dominant") },
          { value: "not dominant", label: t("verdict.notDominant") },
        ]}
        onChange={setVerdict}
      />
      <Field label={t("reason")} hint={t("reasonHint")} rows={4} value={reason} onChange={setReason} />
    </RecordDialog>
  );
}
