import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { dayOf } from "../../services/days";
import type { FieldContact, FieldworkPerson } from "../../services/shapes";
import { useFieldworkActs } from "../../store/fieldwork";
import { CHANNELS, OUTCOMES } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";

interface Props {
  person: FieldworkPerson;
  /** The one that is changed; null to record another. */
  contact: FieldContact | null;
  onClose: () => void;
}

/** An attempt to reach somebody, and what came of it. */
export function ContactDialog({ person, contact, onClose }: Props) {
  const t = useTranslations("fieldwork.form");
  const { options } = useChoiceWords();
  const { contacts } = useFieldworkActs();
  const [day, setDay] = useState(contact ? (contact.day ?? "") : dayOf(new Date()));
  const [channel, setChannel] = useState(contact?.channel ?? "e-mail");
  const [outcome, setOutcome] = useState(contact?.outcome ?? "invited");
  const [note, setNote] = useState(contact?.note ?? "");
  const body = { day: day || null, channel: channel || null, outcome: outcome || null, note: note.trim() || null };
  return (
    <RecordDialog
      title={t(contact ? "changeContact" : "contact", { name: person.name })}
      onSave={(acting) =>
        contact ? contacts.change(contact.id, body, acting) : contacts.add({ ...body, participant: person.id }, acting)
      }
      onClose={onClose}
    >
      <div className="fw-form-two">
        <Field label={t("day")} type="date" value={day} onChange={setDay} />
        <Select label={t("channel")} value={channel} options={options(CHANNELS, channel)} onChange={setChannel} />
      </div>
      <Select label={t("outcome")} value={outcome} options={options(OUTCOMES, outcome)} onChange={setOutcome} />
      <Field label={t("note")} rows={3} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
