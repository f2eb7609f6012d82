import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { dayOf } from "../../services/days";
import type { ActivityRow, BoardPerson } from "../../services/shapes";
import { useFieldRecordActs } from "../../store/field-records";
import { useFieldworkActs } from "../../store/fieldwork";
import { SourceSelect } from "./SourceSelect";
import { STANDINGS } from "./field-choices";
import { useChoiceWords } from "./use-choice-words";
import { useSites } from "./use-sites";

interface Props {
  /** The one that is changed; null to record another. */
  request: ActivityRow | null;
  people: readonly BoardPerson[];
  onClose: () => void;
}

/** A document that was asked for: of whom, and whether it came. */
export function RequestDialog({ request, people, onClose }: Props) {
  const t = useTranslations("fieldwork.records.form");
  const form = useTranslations("fieldwork.form");
  const { shown } = useChoiceWords();
  const { activities } = useFieldworkActs();
  const { addRequest } = useFieldRecordActs();
  const sites = useSites(t("noSite"));
  const held = request?.request;
  const [name, setName] = useState(request?.name ?? "");
  const [person, setPerson] = useState(request?.participants[0]?.id ?? "");
  const [site, setSite] = useState(request?.case?.id ?? "");
  const [day, setDay] = useState(request ? (request.day ?? "") : dayOf(new Date()));
  const [standing, setStanding] = useState(held?.standing ?? "asked");
  const [arrived, setArrived] = useState(held?.arrived_day ?? "");
  const [isPublic, setPublic] = useState(held?.public === true ? "yes" : held?.public === false ? "no" : "");
  const [source, setSource] = useState(request?.source?.id ?? "");
  const [spoken, setSpoken] = useState(held?.mentioned_in?.id ?? "");
  const [note, setNote] = useState(request?.note ?? "");
  const others = request?.participants.slice(1) ?? [];
  const body = {
    name: name.trim(),
    participants: [...(person ? [person] : []), ...others.map(({ id }) => id)],
    case: site || null,
    day: day || null,
    standing,
    arrived_day: standing === "arrived" ? arrived || null : null,
    public: isPublic === "" ? null : isPublic === "yes",
    source: source || null,
    // The place in it stays as long as the source does.
    ...(spoken === (held?.mentioned_in?.id ?? "") ? {} : { mentioned_in: spoken || null }),
    note: note.trim() || null,
  };
  return (
    <RecordDialog
      title={request ? t("changeRequest", { name: request.name }) : t("request")}
      size="normal"
      isReady={body.name !== ""}
      onSave={(acting) => (request ? activities.change(request.id, body, acting) : addRequest(body, acting))}
      onClose={onClose}
    >
      <Field label={t("whichDocument")} value={name} onChange={setName} maxLength={200} hint={t("whichDocumentHint")} isRequired />
      <div className="fw-form-two">
        <Select
          label={t("askedOf")}
          value={person}
          options={[{ value: "", label: t("nobody") }, ...people.map(({ id, name: label }) => ({ value: id, label }))]}
          onChange={setPerson}
        />
        <Select label={t("site")} value={site} options={sites} onChange={setSite} />
      </div>
      {others.length > 0 ? <p className="field-hint">{t("alsoOf", { names: others.map((each) => each.name).join(", ") })}</p> : null}
      <div className="fw-form-two">
        <Field label={t("askedOn")} type="date" value={day} onChange={setDay} />
        <Select
          label={t("public")}
          value={isPublic}
          options={[
            { value: "", label: t("notSaid") },
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          onChange={setPublic}
        />
      </div>
      <div className="fw-form-two">
        <Select
          label={t("standing")}
          value={standing}
          options={STANDINGS.map((value) => ({ value, label: shown(value) }))}
          onChange={setStanding}
        />
        {standing === "arrived" ? <Field label={t("arrivedOn")} type="date" value={arrived} onChange={setArrived} /> : null}
      </div>
      {standing === "arrived" ? (
        <SourceSelect label={t("became")} none={t("notASource")} value={source} onChange={setSource} />
      ) : null}
      <SourceSelect label={t("spokenOf")} none={t("notSaid")} value={spoken} onChange={setSpoken} />
      <Field label={form("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
