import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../../components/Field";
import type { ReadingChoices } from "../../../store/import-desk";

interface Props {
  reading: ReadingChoices;
  onChange: (next: ReadingChoices) => void;
}

/** How all files of an import are read. */
export function ReadingOptions({ reading, onChange }: Props) {
  const t = useTranslations("sources.import");
  const [language, setLanguage] = useState(reading.language);
  const tick = (field: "takesSpeakers" | "joinsLines", words: "takeSpeakers" | "joinLines") => (
    <label className="import-check">
      <input
        type="checkbox"
        checked={reading[field]}
        onChange={(event) => onChange({ ...reading, [field]: event.target.checked })}
      />
      <span>
        {t(words)}
        <small>{t(`${words}Hint`)}</small>
      </span>
    </label>
  );
  return (
    <fieldset className="import-options">
      <legend>{t("options")}</legend>
      {tick("takesSpeakers", "takeSpeakers")}
      {tick("joinsLines", "joinLines")}
      <Field
        label={t("language")}
        hint={t("languageHint")}
        value={language}
        maxLength={40}
        onChange={setLanguage}
        onBlur={() => {
          if (language.trim() !== reading.language) onChange({ ...reading, language: language.trim() });
        }}
      />
    </fieldset>
  );
}
