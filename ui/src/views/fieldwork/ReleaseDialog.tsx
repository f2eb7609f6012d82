import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { dayOf } from "../../services/days";
import type { ReleaseRow } from "../../services/shapes";
import { useReleaseActs } from "../../store/releases";
import type { Leaving } from "../../store/releases";

const REMEDIES = ["none", "first", "coarser role", "drop site", "drop both"] as const;
const KEYS = { none: "none", first: "first", "coarser role": "coarser", "drop site": "site", "drop both": "both" } as const;

interface Props {
  /** What leaves, where a release is recorded. */
  leaving: Leaving;
  quotes: number;
  /** The one that is changed; null to record another. */
  release: ReleaseRow | null;
  onClose: () => void;
}

/** What left the study: later checks are joined with it. */
export function ReleaseDialog({ leaving, quotes, release, onClose }: Props) {
  const t = useTranslations("fieldwork.release.form");
  const form = useTranslations("fieldwork.form");
  const { record, change } = useReleaseActs();
  const [name, setName] = useState(release?.name ?? "");
  const [day, setDay] = useState(release ? (release.day ?? "") : dayOf(new Date()));
  const [recipient, setRecipient] = useState(release?.recipient ?? "");
  const [remedy, setRemedy] = useState<(typeof REMEDIES)[number]>("first");
  const [note, setNote] = useState(release?.note ?? "");
  const says = {
    name: name.trim(),
    day: day || null,
    recipient: recipient.trim() || null,
    note: note.trim() || null,
  };
  return (
    <RecordDialog
      title={release ? t("changeRelease", { name: release.name }) : t("release")}
      isReady={says.name !== ""}
      onSave={(acting) => (release ? change(release.id, says, acting) : record(leaving, { ...says, remedy }, acting))}
      onClose={onClose}
    >
      {release ? null : <p>{t(leaving.hasTable ? "whatWithTable" : "what", { quotes })}</p>}
      <Field label={t("name")} value={name} onChange={setName} maxLength={500} hint={t("nameHint")} isRequired />
      <div className="fw-form-two">
        <Field label={form("day")} type="date" value={day} onChange={setDay} />
        <Field label={t("recipient")} value={recipient} onChange={setRecipient} maxLength={500} />
      </div>
      {release ? null : (
        <Select
          label={t("remedy")}
          value={remedy}
          options={REMEDIES.map((value) => ({ value, label: t(`remedies.${KEYS[value]}`) }))}
          onChange={setRemedy}
        />
      )}
      <Field label={form("note")} rows={2} value={note} onChange={setNote} />
    </RecordDialog>
  );
}
