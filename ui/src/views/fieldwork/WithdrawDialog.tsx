import { useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { Loading } from "../../components/Progress";
import { RecordDialog } from "../../components/RecordDialog";
import { dayOf } from "../../services/days";
import type { BoardPerson } from "../../services/shapes";
import { useFieldworkActs, useWithdrawalPreview } from "../../store/fieldwork";

interface Props {
  person: BoardPerson;
  /** Look at them, or at nobody: what is hidden must not be asked for. */
  onLook: (person: string | null) => void;
  onClose: () => void;
}

/** Somebody takes their consent back: what that hides is told before. */
export function WithdrawDialog({ person, onLook, onClose }: Props) {
  const t = useTranslations("fieldwork.withdraw");
  const { withdraw } = useFieldworkActs();
  const { data: preview, error } = useWithdrawalPreview(person.id);
  const [day, setDay] = useState(dayOf(new Date()));
  const [reason, setReason] = useState("");
  return (
    <RecordDialog
      title={t("title", { name: person.name })}
      save={t("withdraw")}
      size="normal"
      isReady={preview !== undefined}
      onSave={async (acting) => {
        onLook(null);
        const said = { participant: person.id, day: day || null, reason: reason.trim() || null };
        const saved = await withdraw(said, acting);
        if (!saved) onLook(person.id);
        return saved;
      }}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      {error ? <ErrorNote error={error} /> : null}
      {!preview && !error ? <Loading /> : null}
      {preview ? (
        <>
          <p>{t("sources", { count: preview.sources.length })}</p>
          <ul className="fw-hidden-sources">
            {preview.sources.map(({ id, name, codings, others }) => (
              <li key={id}>
                {name} <span className="quiet small">{t("codings", { count: codings })}</span>
                {others > 0 ? <span className="fw-warning small"> {t("others", { count: others })}</span> : null}
              </li>
            ))}
          </ul>
          {preview.used_by.length > 0 ? (
            <p className="fw-warning small">
              {t("usedBy", { names: preview.used_by.map(({ name }) => name ?? t("unnamed")).join(", ") })}
            </p>
          ) : null}
        </>
      ) : null}
      <div className="fw-form-two">
        <Field label={t("day")} type="date" value={day} onChange={setDay} />
        <Field label={t("reason")} value={reason} onChange={setReason} />
      </div>
      <p className="quiet small">{t("later")}</p>
    </RecordDialog>
  );
}
