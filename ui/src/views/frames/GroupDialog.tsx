import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { FrameWhole } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";

const RULES = ["rank", "cutPoints", "bands"] as const;
type Rule = (typeof RULES)[number];

/** Group the cases by a number: of equal number by one of two rules, or between given values. */
export function GroupDialog({ frame, onClose }: { frame: FrameWhole; onClose: () => void }) {
  const t = useTranslations("frames.group");
  const { group } = useFrameActs();
  const numbers = frame.characteristics.filter((column) => column.is_number);
  const [characteristic, setCharacteristic] = useState(numbers[0]?.name ?? "");
  const [rule, setRule] = useState<Rule>("rank");
  const [count, setCount] = useState("3");
  const [cuts, setCuts] = useState("");
  const [labels, setLabels] = useState("");
  const [name, setName] = useState("");
  const [isMostFirst, setMostFirst] = useState(false);
  const cutPoints = cuts.split(/[;\s]+/).filter(Boolean).map(Number);
  const isBands = rule === "bands";
  const areCutsWrong = isBands && cuts.trim() !== "" && cutPoints.some(Number.isNaN);
  const groups = Number(count);
  const isCountWrong = !isBands && !(Number.isInteger(groups) && groups >= 2);
  // What it is called without a name is what the study calls it then.
  const grouping = name.trim() || `${characteristic} group`;
  const replaced = frame.groupings.find((each) => each.name.toLowerCase() === grouping.toLowerCase());
  const called = labels.split(";").map((label) => label.trim()).filter(Boolean);

  return (
    <RecordDialog
      title={t("title")}
      save={t("group")}
      isReady={characteristic !== "" && !isCountWrong && !(isBands && (areCutsWrong || cutPoints.length === 0))}
      onSave={(acting) =>
        group(
          frame.id,
          {
            characteristic,
            ...(isBands
              ? { cut_points: cutPoints }
              : { groups, rule: rule === "rank" ? ("rank" as const) : ("cut-points" as const) }),
            ...(called.length > 0 ? { labels: called } : {}),
            ...(name.trim() ? { name: name.trim() } : {}),
            most_first: isMostFirst,
          },
          acting,
        )
      }
      onClose={onClose}
    >
      <Select
        label={t("by")}
        value={characteristic}
        options={numbers.map(({ name }) => ({ value: name, label: name }))}
        onChange={setCharacteristic}
      />
      <Select
        label={t("rule")}
        value={rule}
        options={RULES.map((each) => ({ value: each, label: t(`rules.${each}`) }))}
        onChange={setRule}
      />
      {isBands ? (
        <Field label={t("cuts")} value={cuts} onChange={setCuts} hint={t("cutsHint")} error={areCutsWrong ? t("cutsWrong") : null} />
      ) : (
        <Field label={t("count")} inputMode="numeric" value={count} onChange={setCount} error={isCountWrong ? t("countWrong") : null} />
      )}
      <Field label={t("labels")} value={labels} onChange={setLabels} hint={t("labelsHint")} />
      <label className="frame-check">
        <input type="checkbox" checked={isMostFirst} onChange={(event) => setMostFirst(event.target.checked)} />
        {t("mostFirst")}
      </label>
      <Field label={t("name")} value={name} onChange={setName} maxLength={500} hint={replaced ? null : t("nameHint", { name: grouping })} />
      {replaced ? (
        <p className="frame-warning small" role="status">
          {t("replaces", { name: replaced.name })}
        </p>
      ) : null}
    </RecordDialog>
  );
}
