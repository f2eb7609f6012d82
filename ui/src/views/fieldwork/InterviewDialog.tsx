import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { FieldActivity, FieldworkPerson } from "../../services/shapes";
import { useFieldworkActs } from "../../store/fieldwork";
import { useGuides } from "../../store/guides";
import { SourceSelect } from "./SourceSelect";
import { MODES } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";

interface Props {
  person: FieldworkPerson;
  /** The one that is changed; null to record another. */
  interview: FieldActivity | null;
  onClose: () => void;
}

/** An interview that is agreed on or was held, with its transcript where there is one. */
export function InterviewDialog({ person, interview, onClose }: Props) {
  const t = useTranslations("fieldwork.form");
  const { options } = useChoiceWords();
  const { activities } = useFieldworkActs();
  const guides = useTranslations("fieldwork.guides");
  const { data: versions = [] } = useGuides();
  const [day, setDay] = useState(interview?.day ?? "");
  const [time, setTime] = useState(interview?.start_time ?? "");
  const [mode, setMode] = useState(interview?.mode ?? "");
  const [minutes, setMinutes] = useState(interview?.minutes ? String(interview.minutes) : "");
  const [source, setSource] = useState(interview?.source?.id ?? "");
  const [guide, setGuide] = useState(interview?.guide?.id ?? "");
  const [note, setNote] = useState(interview?.note ?? "");
  const length = minutes.trim() === "" ? null : Number(minutes);
  const isLengthWrong = length !== null && !(length > 0);
  const body = {
    day: day || null,
    start_time: time || null,
    mode: mode || null,
    minutes: length,
    source: source || null,
    guide: guide || null,
    note: note.trim() || null,
  };
  return (
    <RecordDialog
      title={t(interview ? "changeInterview" : "interview", { name: person.name })}
      isReady={!isLengthWrong}
      onSave={(acting) =>
        interview
          ? activities.change(interview.id, body, acting)
          : activities.addInterview({ ...body, participants: [person.id] }, acting)
      }
      onClose={onClose}
    >
      <div className="fw-form-two">
        <Field label={t("day")} type="date" value={day} onChange={setDay} />
        <Field label={t("time")} type="time" value={time} onChange={setTime} />
      </div>
      <div className="fw-form-two">
        <Select label={t("mode")} value={mode} options={options(MODES, mode)} onChange={setMode} />
        <Field
          label={t("minutes")}
          inputMode="decimal"
          value={minutes}
          onChange={setMinutes}
          error={isLengthWrong ? t("minutesWrong") : null}
        />
      </div>
      <SourceSelect label={t("source")} none={t("noSource")} value={source} onChange={setSource} />
      {versions.length > 0 ? (
        <Select
          label={t("guide")}
          value={guide}
          options={[
            { value: "", label: t("noGuide") },
            ...versions.map(({ id, name, version }) => ({ value: id, label: guides("versioned", { name, version: version ?? "" }) })),
          ]}
          onChange={setGuide}
        />
      ) : null}
      <Field label={t("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
