import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { FieldworkPerson } from "../../services/shapes";
import { useFieldworkActs } from "../../store/fieldwork";
import { FOUND_BY } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";

/** How somebody was found, and what stood between them and the researchers before. */
export function FoundDialog({ person, onClose }: { person: FieldworkPerson; onClose: () => void }) {
  const t = useTranslations("fieldwork.form");
  const { options } = useChoiceWords();
  const { describeRecruitment } = useFieldworkActs();
  const { recruitment } = person;
  const [found, setFound] = useState(recruitment?.found_by ?? "");
  const [before, setBefore] = useState(recruitment?.prior_relationship ?? "");
  const [note, setNote] = useState(recruitment?.note ?? "");
  return (
    <RecordDialog
      title={t("found", { name: person.name })}
      onSave={(acting) =>
        describeRecruitment(
          person.id,
          { found_by: found || null, prior_relationship: before.trim() || null, note: note.trim() || null },
          acting,
        )
      }
      onClose={onClose}
    >
      <Select label={t("foundBy")} value={found} options={options(FOUND_BY, found)} onChange={setFound} />
      <Field label={t("before")} value={before} onChange={setBefore} hint={t("beforeHint")} />
      <Field label={t("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
