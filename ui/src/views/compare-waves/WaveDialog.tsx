import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import type { WaveRow } from "../../services/shapes";
import { useWaveActs } from "../../store/waves";

interface Props {
  /** The one that is changed; null to add another. */
  wave: WaveRow | null;
  onClose: () => void;
}

/** A round of fieldwork with its days. */
export function WaveDialog({ wave, onClose }: Props) {
  const t = useTranslations("compareWaves.form");
  const acts = useWaveActs();
  const [name, setName] = useState(wave?.name ?? "");
  const [start, setStart] = useState(wave?.start_day ?? "");
  const [end, setEnd] = useState(wave?.end_day ?? "");
  const [description, setDescription] = useState(wave?.description ?? "");
  const body = {
    name: name.trim(),
    start_day: start,
    end_day: end || null,
    description: description.trim() || null,
  };
  return (
    <RecordDialog
      title={wave ? t("change", { name: wave.name }) : t("add")}
      isReady={body.name !== "" && start !== ""}
      onSave={(acting) => (wave ? acts.change(wave.id, body, acting) : acts.add(body, acting))}
      onClose={onClose}
    >
      <Field label={t("name")} value={name} onChange={setName} maxLength={200} isRequired />
      <div className="wave-days">
        <Field label={t("start")} type="date" value={start} onChange={setStart} isRequired />
        <Field label={t("end")} type="date" value={end} onChange={setEnd} hint={t("endHint")} />
      </div>
      <Field label={t("description")} rows={2} value={description} onChange={setDescription} />
    </RecordDialog>
  );
}
