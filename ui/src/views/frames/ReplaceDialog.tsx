import { useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { FrameWhole, SelectionWhole } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";
import { CheckList } from "./CheckList";
import { TriedChoice } from "./TriedChoice";
import { useTried } from "./use-tried";

interface Props {
  frame: FrameWhole;
  selection: SelectionWhole;
  onClose: () => void;
}

/** Others for those who do not take part: the rest stay, and the reasons are kept. */
export function ReplaceDialog({ frame, selection, onClose }: Props) {
  const t = useTranslations("frames.replace");
  const choosing = useTranslations("frames.choose");
  const { tryReplacing, replaceCases } = useFrameActs();
  const isManual = selection.method === "manual";
  const [gone, setGone] = useState<string[]>([]);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [by, setBy] = useState<"rule" | "person">(isManual ? "person" : "rule");
  const [cases, setCases] = useState<string[]>([]);
  const [dropped, setDropped] = useState<string[]>([]);
  const [pick, setPick] = useState(1);
  const [reason, setReason] = useState("");
  const [name, setName] = useState("");
  const isNamed = by === "person";
  const chosen = new Set(selection.chosen.map(({ id }) => id));
  const refused = Object.fromEntries(gone.map((id) => [id, (reasons[id] ?? "").trim()]));
  const isReasonMissing = (isNamed || pick > 1) && reason.trim() === "";
  const isReady =
    gone.length > 0 &&
    Object.values(refused).every(Boolean) &&
    (!isNamed || cases.length > 0) &&
    !isReasonMissing;
  const body = {
    refused,
    cases: isNamed ? cases : [],
    pick,
    reason: reason.trim() || null,
    drop_constraints: isNamed ? [] : dropped,
  };
  const { tried, failure } = useTried(isReady ? body : null, (asked, options) =>
    tryReplacing(selection.id, asked, options),
  );
  // Whatever else is asked, the first of the new sets stands for it.
  const anew = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setPick(1);
  };
  return (
    <RecordDialog
      title={t("title", { name: selection.name })}
      save={t("keep")}
      size="normal"
      isReady={isReady && tried !== null && failure === null}
      onSave={(acting) => replaceCases(selection.id, { ...body, name: name.trim() || null }, acting)}
      onClose={onClose}
    >
      <CheckList
        label={t("who")}
        options={selection.chosen.map(({ id, label }) => ({ value: id, label }))}
        chosen={gone}
        onChange={anew(setGone)}
      />
      {selection.chosen
        .filter(({ id }) => gone.includes(id))
        .map(({ id, label }) => (
          <Field
            key={id}
            label={t("why", { name: label })}
            value={reasons[id] ?? ""}
            onChange={(why) => setReasons({ ...reasons, [id]: why })}
            isRequired
          />
        ))}
      {isManual ? null : (
        <Select
          label={t("by")}
          value={by}
          options={[
            { value: "rule", label: t("byRule") },
            { value: "person", label: t("byPerson") },
          ]}
          onChange={anew(setBy)}
        />
      )}
      {isNamed ? (
        <CheckList
          label={t("cases")}
          options={frame.cases.filter(({ id }) => !chosen.has(id)).map(({ id, label }) => ({ value: id, label }))}
          chosen={cases}
          onChange={anew(setCases)}
        />
      ) : null}
      {!isNamed && selection.constraints.length > 0 ? (
        <CheckList
          label={t("drop")}
          options={selection.constraints.map((each) => ({ value: each, label: each }))}
          chosen={dropped}
          onChange={anew(setDropped)}
        />
      ) : null}
      {tried && failure === null ? <TriedChoice tried={tried} pick={pick} onPick={setPick} /> : null}
      {failure ? <ErrorNote error={failure} /> : null}
      <Field
        label={choosing("reason")}
        rows={2}
        value={reason}
        onChange={setReason}
        hint={choosing(isNamed || pick > 1 ? "reasonNeeded" : "reasonHint")}
      />
      <Field label={choosing("name")} value={name} onChange={setName} hint={t("nameHint", { name: selection.name })} />
    </RecordDialog>
  );
}
