import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { dayOf } from "../../services/days";
import type { FieldConsent, FieldworkPerson } from "../../services/shapes";
import { useFieldworkActs } from "../../store/fieldwork";
import { SCOPES } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";

const USUAL: readonly string[] = ["interview", "recording", "quoting"];

interface Props {
  person: FieldworkPerson;
  /** The one that is changed; null to record another. */
  consent: FieldConsent | null;
  onClose: () => void;
}

/** What somebody agreed to, on which day and in which version of the form. */
export function ConsentDialog({ person, consent, onClose }: Props) {
  const t = useTranslations("fieldwork.form");
  const { shown } = useChoiceWords();
  const { consents } = useFieldworkActs();
  const [day, setDay] = useState(consent ? (consent.day ?? "") : dayOf(new Date()));
  const [version, setVersion] = useState(consent?.version ?? "");
  const [scope, setScope] = useState(consent?.scope ?? USUAL);
  const [note, setNote] = useState(consent?.note ?? "");
  const body = {
    day: day || null,
    version: version.trim() || null,
    scope: SCOPES.filter((each) => scope.includes(each)),
    note: note.trim() || null,
  };
  return (
    <RecordDialog
      title={t(consent ? "changeConsent" : "consent", { name: person.name })}
      onSave={(acting) =>
        consent ? consents.change(consent.id, body, acting) : consents.add({ ...body, participant: person.id }, acting)
      }
      onClose={onClose}
    >
      <div className="fw-form-two">
        <Field label={t("day")} type="date" value={day} onChange={setDay} />
        <Field label={t("version")} value={version} onChange={setVersion} maxLength={200} />
      </div>
      <fieldset className="fw-scopes">
        <legend className="field-label">{t("scope")}</legend>
        {SCOPES.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={scope.includes(each)}
              onChange={(event) =>
                setScope(event.target.checked ? [...scope, each] : scope.filter((other) => other !== each))
              }
            />
            {shown(each)}
          </label>
        ))}
      </fieldset>
      <Field label={t("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
