import { useState } from "react";
import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { Option } from "../../components/Select";
import { useCoders } from "../../store/study";
import { useMatrixOptions } from "../../store/matrix";
import type { SaturationChoice } from "../../store/saturation";

interface Props {
  choice: SaturationChoice;
  onChange: (changes: Record<string, string>) => void;
}

/** Base, run and threshold, and which codes and interviews count. */
export function RuleBar({ choice, onChange }: Props) {
  const t = useTranslations("compareSaturation.rule");
  const { data: options } = useMatrixOptions();
  const { data: coders } = useCoders();
  const sides = (options?.rows ?? []).filter(
    ({ group, value }) => ((group === "Cases" && value !== "participants") || group === "Attributes" || value === "waves"),
  );
  const by: Option[] = [
    { value: "", label: t("pooled") },
    ...sides.map(({ value, label }) => ({ value, label: label.replaceAll("_", " ") })),
  ];
  return (
    <div className="sat-rule no-print" role="group" aria-label={t("label")}>
      <NumberField label={t("base")} value={String(choice.base)} onChange={(base) => onChange({ base })} />
      <NumberField label={t("run")} value={String(choice.run)} onChange={(run) => onChange({ run })} />
      <NumberField
        label={t("threshold")}
        value={String(Number((choice.threshold * 100).toPrecision(6)))}
        unit="%"
        onChange={(threshold) => onChange({ threshold })}
      />
      <Select label={t("by")} value={choice.by} options={by} onChange={(value) => onChange({ by: value, case: "" })} />
      <Select
        label={t("level")}
        value={choice.level}
        options={[
          { value: "leaf", label: t("leaf") },
          { value: "top", label: t("top") },
        ]}
        onChange={(level) => onChange({ level: level === "leaf" ? "" : level })}
      />
      <Select
        label={t("order")}
        value={choice.order}
        options={[
          { value: "date", label: t("date") },
          { value: "added", label: t("added") },
        ]}
        onChange={(order) => onChange({ order: order === "date" ? "" : order })}
      />
      <Select
        label={t("coder")}
        value={choice.coder}
        options={[{ value: "", label: t("anybody") }, ...(coders ?? []).map(({ name }) => ({ value: name, label: name }))]}
        onChange={(coder) => onChange({ coder })}
      />
    </div>
  );
}

interface NumberProps {
  label: string;
  value: string;
  unit?: string;
  onChange: (value: string) => void;
}

/** A number that is taken when the field is left, or at Enter. */
function NumberField({ label, value, unit, onChange }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const say = () => {
    if (typed !== null && typed.trim() !== value) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <label className="sat-number">
      <span>{label}</span>
      <input
        className="input"
        inputMode="decimal"
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={say}
        onKeyDown={(event) => {
          if (event.key === "Enter") say();
          else if (event.key === "Escape") setTyped(null);
        }}
      />
      {unit ? <span>{unit}</span> : null}
    </label>
  );
}
