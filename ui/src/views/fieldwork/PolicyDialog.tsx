import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { useReleaseActs } from "../../store/releases";
import type { Policy } from "../../store/releases";

const LABELS = ["role", "site", "sector"] as const;

const isCount = (text: string) => /^[1-9]\d{0,3}$/.test(text.trim());

/** What the study keeps to when quotes and tables leave it. */
export function PolicyDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const t = useTranslations("fieldwork.release.form");
  const { setPolicy } = useReleaseActs();
  const [k, setK] = useState(String(policy.k));
  const [archive, setArchive] = useState(String(policy.archive_k));
  const [most, setMost] = useState(String(policy.most_quotes));
  const [share, setShare] = useState(String(Math.round(policy.most_share * 100)));
  const [by, setBy] = useState<readonly string[]>(policy.by);
  const [exports, setExports] = useState(policy.exports);
  const [counts, setCounts] = useState(policy.counts);
  const labels = [...LABELS, ...policy.by.filter((each) => !LABELS.some((label) => label === each))];
  const isShare = isCount(share) && Number(share) <= 100;
  const wrong = (isRight: boolean) => (isRight ? null : t("wrong"));
  return (
    <RecordDialog
      title={t("policy")}
      isReady={[k, archive, most].every(isCount) && isShare && by.length > 0}
      onSave={(acting) =>
        setPolicy(
          {
            k: Number(k),
            archive_k: Number(archive),
            most_quotes: Number(most),
            most_share: Number(share) / 100,
            by: labels.filter((each) => by.includes(each)),
            exports,
            counts,
          },
          acting,
        )
      }
      onClose={onClose}
    >
      <div className="fw-form-two">
        <Field label={t("k")} inputMode="numeric" value={k} onChange={setK} error={wrong(isCount(k))} />
        <Field label={t("archive")} inputMode="numeric" value={archive} onChange={setArchive} error={wrong(isCount(archive))} />
      </div>
      <fieldset className="fw-scopes">
        <legend className="field-label">{t("by")}</legend>
        {labels.map((label) => (
          <label key={label}>
            <input
              type="checkbox"
              checked={by.includes(label)}
              onChange={(event) => setBy(event.target.checked ? [...by, label] : by.filter((each) => each !== label))}
            />
            {LABELS.some((each) => each === label) ? t(`labels.${label as "role"}`) : label}
          </label>
        ))}
      </fieldset>
      <div className="fw-form-two">
        <Field label={t("most")} inputMode="numeric" value={most} onChange={setMost} error={wrong(isCount(most))} />
        <Field label={t("share")} inputMode="numeric" value={share} onChange={setShare} error={wrong(isShare)} />
      </div>
      <Select
        label={t("exports")}
        value={exports}
        options={(["warn", "refuse"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={setExports}
      />
      <Select
        label={t("counts")}
        value={counts}
        options={(["exact", "rounded"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={setCounts}
      />
    </RecordDialog>
  );
}
