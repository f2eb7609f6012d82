import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { ActivityRow } from "../../services/shapes";
import { useFieldRecordActs } from "../../store/field-records";
import { useFieldworkActs } from "../../store/fieldwork";
import { SourceSelect } from "./SourceSelect";
import { MODES } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";
import { useSites } from "./use-sites";
import { countsOf, countsText, linesOf } from "./written-lists";

interface Props {
  /** The one that is changed; null to record another. */
  meeting: ActivityRow | null;
  onClose: () => void;
}

/** A meeting that was observed: who was there, and what became of each item. */
export function MeetingDialog({ meeting, onClose }: Props) {
  const t = useTranslations("fieldwork.records.form");
  const form = useTranslations("fieldwork.form");
  const { options } = useChoiceWords();
  const { activities } = useFieldworkActs();
  const { addMeeting } = useFieldRecordActs();
  const sites = useSites(t("noSite"));
  const held = meeting?.meeting;
  const [name, setName] = useState(meeting?.name ?? "");
  const [site, setSite] = useState(meeting?.case?.id ?? "");
  const [day, setDay] = useState(meeting?.day ?? "");
  const [time, setTime] = useState(meeting?.start_time ?? "");
  const [mode, setMode] = useState(meeting?.mode ?? "");
  const [minutes, setMinutes] = useState(meeting?.minutes ? String(meeting.minutes) : "");
  const [agenda, setAgenda] = useState(held?.agenda ?? "");
  const [present, setPresent] = useState(countsText(held?.attendance ?? {}));
  const [decided, setDecided] = useState((held?.decided ?? []).join("\n"));
  const [deferred, setDeferred] = useState((held?.deferred ?? []).join("\n"));
  const [avoided, setAvoided] = useState((held?.avoided ?? []).join("\n"));
  const [source, setSource] = useState(meeting?.source?.id ?? "");
  const [note, setNote] = useState(meeting?.note ?? "");
  const length = minutes.trim() === "" ? null : Number(minutes);
  const isLengthWrong = length !== null && !(length > 0);
  const attendance = countsOf(present);
  const body = {
    name: name.trim(),
    case: site || null,
    day: day || null,
    start_time: time || null,
    mode: mode || null,
    minutes: length,
    agenda: agenda.trim() || null,
    attendance: attendance ?? {},
    decided: linesOf(decided),
    deferred: linesOf(deferred),
    avoided: linesOf(avoided),
    source: source || null,
    note: note.trim() || null,
  };
  return (
    <RecordDialog
      title={meeting ? t("changeMeeting", { name: meeting.name }) : t("meeting")}
      size="normal"
      isReady={body.name !== "" && !isLengthWrong && attendance !== null}
      onSave={(acting) => (meeting ? activities.change(meeting.id, body, acting) : addMeeting(body, acting))}
      onClose={onClose}
    >
      <Field label={t("whichMeeting")} value={name} onChange={setName} maxLength={200} isRequired />
      <div className="fw-form-two">
        <Select label={t("site")} value={site} options={sites} onChange={setSite} />
        <Select label={form("mode")} value={mode} options={options(MODES, mode)} onChange={setMode} />
      </div>
      <div className="fw-form-three">
        <Field label={form("day")} type="date" value={day} onChange={setDay} />
        <Field label={form("time")} type="time" value={time} onChange={setTime} />
        <Field
          label={form("minutes")}
          inputMode="decimal"
          value={minutes}
          onChange={setMinutes}
          error={isLengthWrong ? form("minutesWrong") : null}
        />
      </div>
      <Field label={t("agenda")} rows={3} value={agenda} onChange={setAgenda} />
      <Field
        label={t("attendance")}
        value={present}
        onChange={setPresent}
        hint={t("attendanceHint")}
        error={attendance === null ? t("attendanceWrong") : null}
      />
      <div className="fw-form-three">
        <Field label={t("decided")} rows={3} value={decided} onChange={setDecided} />
        <Field label={t("deferred")} rows={3} value={deferred} onChange={setDeferred} />
        <Field label={t("avoided")} rows={3} value={avoided} onChange={setAvoided} />
      </div>
      <p className="field-hint">{t("linesHint")}</p>
      <SourceSelect label={t("fieldnote")} none={form("noSource")} value={source} onChange={setSource} />
      <Field label={form("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
