import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../../components/Field";
import type { ImportedSource } from "../../../services/shapes";
import type { ImportChoice } from "../../../store/imports";
import { useFormatText } from "../format-text";
import { LabelTable } from "./LabelTable";

interface Props {
  source: ImportedSource;
  /** What was chosen for it and is on its way. */
  choice: ImportChoice | undefined;
  isReading: boolean;
  onChoose: (choice: Omit<ImportChoice, "index">) => void;
}

/** One file as it would come in: its name, its language, its speakers. */
export function FilePreview({ source, choice, isReading, onChoose }: Props) {
  const t = useTranslations("sources.import");
  const { ofFormat } = useFormatText();
  const [name, setName] = useState(choice?.name ?? source.name);
  const [language, setLanguage] = useState(choice?.language ?? source.language ?? "");
  const isOut = choice?.leave_out ?? source.left_out;
  const taken = choice?.labels ?? source.labels.filter((each) => each.taken).map(({ label }) => label);
  const { words, turns, file_name, labels, notes } = source;
  return (
    <section className="import-preview" aria-label={t("about", { name: file_name })}>
      <p className="quiet small">
        {file_name}: {t("detail", { format: ofFormat(source.format), words, turns })}
        {isReading && choice?.labels ? <span role="status"> · {t("readingAnew")}</span> : null}
      </p>
      <div className="import-names">
        <Field
          label={t("name")}
          value={name}
          maxLength={500}
          onChange={setName}
          onBlur={() => {
            if (name.trim() === "") setName(source.name);
            else if (name.trim() !== source.name) onChoose({ name: name.trim() });
          }}
        />
        <Field
          label={t("sourceLanguage")}
          value={language}
          maxLength={40}
          onChange={setLanguage}
          onBlur={() => {
            if (language.trim() !== (source.language ?? "")) onChoose({ language: language.trim() });
          }}
        />
      </div>
      {notes.map((note) => (
        <p key={note} className="import-note small">
          {note}
        </p>
      ))}
      {labels.length > 0 ? (
        <LabelTable labels={labels} taken={taken} isOff={isOut} onTake={(next) => onChoose({ labels: next })} />
      ) : (
        <p className="quiet small">{t("none")}</p>
      )}
      <label className="import-check">
        <input type="checkbox" checked={isOut} onChange={(event) => onChoose({ leave_out: event.target.checked })} />
        <span>{t("leaveOut")}</span>
      </label>
    </section>
  );
}
