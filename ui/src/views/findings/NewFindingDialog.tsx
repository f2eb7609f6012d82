import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { useCodes } from "../../store/codes";
import { useFindingActs } from "../../store/findings";

/** A sentence is enough; its checks are written on the page. */
export function NewFindingDialog({ onClose }: { onClose: (made: string | null) => void }) {
  const t = useTranslations("findings");
  const { add } = useFindingActs();
  const { data: codes } = useCodes();
  const [statement, setStatement] = useState("");
  const [domain, setDomain] = useState("");
  const [made, setMade] = useState<string | null>(null);
  return (
    <RecordDialog
      title={t("new.title")}
      save={t("new.save")}
      size="normal"
      isReady={statement.trim() !== ""}
      onSave={async (options) => {
        const saved = await add({ statement: statement.trim(), ...(domain ? { domain } : {}) }, options);
        setMade(saved?.ids[0] ?? null);
        if (saved) onClose(saved.ids[0] ?? null);
        return saved;
      }}
      onClose={() => onClose(made)}
    >
      <Field
        label={t("field.statement")}
        hint={t("new.hint")}
        value={statement}
        onChange={setStatement}
        rows={3}
        isRequired
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Select
        label={t("field.domain")}
        value={domain}
        options={[
          { value: "", label: t("noDomain") },
          ...(codes?.codes ?? []).map(({ id, path }) => ({ value: id, label: path.join(" > ") })),
        ]}
        onChange={setDomain}
      />
    </RecordDialog>
  );
}
