import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { BoardPerson, FieldworkPerson } from "../../services/shapes";
import { useFieldworkActs } from "../../store/fieldwork";
import { CHANNELS } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";

interface Props {
  person: FieldworkPerson;
  people: readonly BoardPerson[];
  onClose: () => void;
}

/** Who named somebody. */
export function ReferralDialog({ person, people, onClose }: Props) {
  const t = useTranslations("fieldwork.form");
  const { options } = useChoiceWords();
  const { referrals } = useFieldworkActs();
  const [by, setBy] = useState("");
  const [day, setDay] = useState("");
  const [channel, setChannel] = useState("");
  const [note, setNote] = useState("");
  return (
    <RecordDialog
      title={t("referral", { name: person.name })}
      isReady={by !== "" || note.trim() !== ""}
      onSave={(acting) =>
        referrals.add(
          {
            participant: person.id,
            referred_by: by || null,
            day: day || null,
            channel: channel || null,
            note: note.trim() || null,
          },
          acting,
        )
      }
      onClose={onClose}
    >
      <Select
        label={t("referredBy")}
        value={by}
        options={[
          { value: "", label: t("somebodyElse") },
          ...people.filter(({ id }) => id !== person.id).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setBy}
      />
      <div className="fw-form-two">
        <Field label={t("day")} type="date" value={day} onChange={setDay} />
        <Select label={t("channel")} value={channel} options={options(CHANNELS)} onChange={setChannel} />
      </div>
      <Field label={t("note")} rows={2} value={note} onChange={setNote} hint={by ? null : t("somebodyElseHint")} />
    </RecordDialog>
  );
}
