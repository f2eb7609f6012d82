import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "./Button";
import { Field } from "./Field";
import { Icon } from "./Icon";
import "./editable-text.css";

interface Props {
  /** What it is, such as “Title”. */
  label: string;
  value: string;
  /** Whether it was saved; where not, what was typed stays. */
  onSave: (value: string) => Promise<boolean>;
  /** Shown while there is nothing. */
  placeholder?: string;
  /** Several lines, saved by the button or by Ctrl and Enter. */
  rows?: number;
  isReadOnly?: boolean;
  isRequired?: boolean;
}

/** A text that is changed where it stands. Enter saves, Esc leaves it as it was. */
export function EditableText(props: Props) {
  const { label, value, onSave, placeholder, rows, isReadOnly = false, isRequired = false } = props;
  const t = useTranslations("common");
  const [typed, setTyped] = useState<string | null>(null);
  // As it was when writing began: saving goes by what was read then, whatever came in since.
  const [begun, setBegun] = useState({ value, onSave });
  const [isSaving, setSaving] = useState(false);

  if (typed === null) {
    if (isReadOnly) return <span className="editable-text">{value}</span>;
    return (
      <button
        type="button"
        className="editable-text"
        onClick={() => {
          setBegun({ value, onSave });
          setTyped(value);
        }}
      >
        <span className="unseen">{t("field.edit", { name: label })}: </span>
        {value || <span className="quiet">{placeholder ?? label}</span>} <Icon name="edit" />
      </button>
    );
  }

  const isMissing = isRequired && typed.trim() === "";
  const close = () => setTyped(null);
  const save = async () => {
    if (isMissing) return;
    if (typed === begun.value) {
      close();
      return;
    }
    setSaving(true);
    const isSaved = await begun.onSave(typed.trim());
    setSaving(false);
    if (isSaved) close();
  };
  const shared = {
    label,
    isLabelUnseen: true,
    value: typed,
    onChange: setTyped,
    autoFocus: true,
    disabled: isSaving,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && (rows === undefined || event.ctrlKey || event.metaKey)) void save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return (
    <div className="editable-form">
      {rows === undefined ? <Field {...shared} /> : <Field {...shared} rows={rows} />}
      <div className="row">
        <Button kind="main" size="small" isDisabled={isMissing || isSaving} onPress={() => void save()}>
          {t("dialog.save")}
        </Button>
        <Button size="small" isDisabled={isSaving} onPress={close}>
          {t("dialog.cancel")}
        </Button>
      </div>
    </div>
  );
}
