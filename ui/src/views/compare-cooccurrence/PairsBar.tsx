import { useTranslations } from "use-intl";

import { AskedField } from "../../components/AskedField";
import { Select } from "../../components/Select";
import type { PairsChoice } from "../../store/cooccurrence";
import { useMatrixOptions } from "../../store/matrix";
import { isGroupOfPeople, withChosen } from "../compare/use-comparison";

const NEAR = ["near:50", "near:200", "near:500", "near:1 turns", "near:2 turns"] as const;

interface Props {
  choice: PairsChoice;
  choose: (changes: Record<string, string>) => void;
}

/** By which unit codes meet, which codes, and by what people are shown. */
export function PairsBar({ choice, choose }: Props) {
  const t = useTranslations("compareCooccurrence.choices");
  const { data } = useMatrixOptions();
  const rows = data?.rows ?? [];
  const units = [
    { value: "overlap", label: t("overlap") },
    { value: "turn", label: t("turn") },
    ...NEAR.map((value) => {
      const [, distance = "", measure] = /^near:(\d+)( turns)?$/.exec(value) ?? [];
      return { value, label: t(measure ? "nearTurns" : "nearChars", { distance: Number(distance) }) };
    }),
    { value: "source", label: t("source") },
  ];
  const sides = rows.filter(isGroupOfPeople);
  return (
    <div className="figures-bar no-print" role="group" aria-label={t("label")}>
      <Select
        label={t("unit")}
        value={choice.unit}
        options={withChosen(units, choice.unit)}
        onChange={(unit) => choose({ unit })}
      />
      <Select
        label={t("codes")}
        value={choice.codes}
        options={withChosen(
          rows.filter(({ group }) => group === "Codes").map(({ value, label }) => ({ value, label })),
          choice.codes,
        )}
        onChange={(codes) => choose({ codes })}
      />
      <Select
        label={t("by")}
        value={choice.by}
        options={[{ value: "", label: t("nobody") }, ...withChosen(sides, choice.by).filter(({ value }) => value)]}
        onChange={(by) => choose({ by })}
      />
      <AskedField
        label={t("where")}
        value={choice.where}
        placeholder={t("wherePlaceholder")}
        clear={t("whereClear")}
        onChange={(where) => choose({ where })}
      />
    </div>
  );
}
