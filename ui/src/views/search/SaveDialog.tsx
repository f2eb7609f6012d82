import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { useQueries, useSearchActs } from "../../store/search";

/** A name for a question. */
export function SaveDialog({ question, onClose }: { question: string; onClose: () => void }) {
  const t = useTranslations("search.save");
  const common = useTranslations("common.dialog");
  const { data: queries } = useQueries();
  const { keep } = useSearchActs();
  const known = queries?.find(({ expression }) => expression === question);
  const [name, setName] = useState(known?.name ?? "");
  const [description, setDescription] = useState(known?.description ?? "");
  const [isSaving, setSaving] = useState(false);
  const wanted = name.trim();
  const isTaken = queries?.some((each) => each.name.toLowerCase() === wanted.toLowerCase() && each !== known) ?? false;

  const save = async () => {
    if (wanted === "") return;
    setSaving(true);
    const about = description.trim();
    const saved = await keep({ name: wanted, expression: question, ...(about ? { description: about } : {}) });
    setSaving(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t("title")}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={wanted === "" || isSaving} onPress={() => void save()}>
            {common("save")}
          </Button>
        </>
      }
    >
      <p className="search-question">{question}</p>
      <Field
        label={t("name")}
        value={name}
        onChange={setName}
        hint={isTaken ? t("replaces") : null}
        isRequired
        autoFocus
        onKeyDown={(event) => {
          if (event.key === "Enter") void save();
        }}
      />
      <Field label={t("description")} value={description} onChange={setDescription} rows={2} />
    </Dialog>
  );
}
