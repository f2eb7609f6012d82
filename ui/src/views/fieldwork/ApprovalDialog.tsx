import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { ApprovalRow } from "../../services/shapes";
import { useFieldRecordActs } from "../../store/field-records";

interface Props {
  /** The one that is changed; null to record another. */
  approval: ApprovalRow | null;
  approvals: readonly ApprovalRow[];
  onClose: () => void;
}

/** An approval of the study or an amendment to one, with its conditions and its days. */
export function ApprovalDialog({ approval, approvals, onClose }: Props) {
  const t = useTranslations("fieldwork.records.form");
  const form = useTranslations("fieldwork.form");
  const { approvals: acts } = useFieldRecordActs();
  const [name, setName] = useState(approval?.name ?? "");
  const [by, setBy] = useState(approval?.body ?? "");
  const [reference, setReference] = useState(approval?.reference ?? "");
  const [amends, setAmends] = useState(approval?.amends?.id ?? "");
  const [day, setDay] = useState(approval?.day ?? "");
  const [end, setEnd] = useState(approval?.end_day ?? "");
  const [kept, setKept] = useState(approval?.retention_day ?? "");
  const [conditions, setConditions] = useState(approval?.conditions ?? "");
  const [note, setNote] = useState(approval?.note ?? "");
  const others = approvals.filter(({ id }) => id !== approval?.id);
  const body = {
    name: name.trim(),
    body: by.trim() || null,
    reference: reference.trim() || null,
    amends: amends || null,
    day: day || null,
    end_day: end || null,
    retention_day: kept || null,
    conditions: conditions.trim() || null,
    note: note.trim() || null,
  };
  return (
    <RecordDialog
      title={approval ? t("changeApproval", { name: approval.name }) : t("approval")}
      size="normal"
      isReady={body.name !== ""}
      onSave={(acting) => (approval ? acts.change(approval.id, body, acting) : acts.add(body, acting))}
      onClose={onClose}
    >
      <Field label={t("approvalName")} value={name} onChange={setName} maxLength={200} hint={t("approvalNameHint")} isRequired />
      <div className="fw-form-two">
        <Field label={t("givenBy")} value={by} onChange={setBy} maxLength={200} />
        <Field label={t("reference")} value={reference} onChange={setReference} maxLength={200} />
      </div>
      {others.length > 0 ? (
        <Select
          label={t("amends")}
          value={amends}
          options={[{ value: "", label: t("amendsNothing") }, ...others.map(({ id, name: label }) => ({ value: id, label }))]}
          onChange={setAmends}
        />
      ) : null}
      <div className="fw-form-three">
        <Field label={t("givenOn")} type="date" value={day} onChange={setDay} />
        <Field label={t("endsOn")} type="date" value={end} onChange={setEnd} />
        <Field label={t("keptUntil")} type="date" value={kept} onChange={setKept} />
      </div>
      <Field label={t("conditions")} rows={3} value={conditions} onChange={setConditions} />
      <Field label={form("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
