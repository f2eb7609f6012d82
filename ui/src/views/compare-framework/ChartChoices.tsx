import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import { useMatrixOptions } from "../../store/matrix";
import { useWaves } from "../../store/waves";
import { WhereField } from "../compare/WhereField";
import { withChosen } from "../compare/use-comparison";
import type { ChartAddress } from "./use-chart-address";

/** Whose rows, which codes, which wave, and where. */
export function ChartChoices({ address }: { address: ChartAddress }) {
  const t = useTranslations("compareFramework.choices");
  const { choice, change } = address;
  const { data: options } = useMatrixOptions();
  const { data: waves } = useWaves();
  const rows = (options?.rows ?? []).filter(({ group }) => group === "Cases");
  const codes = (options?.rows ?? []).filter(({ value }) => value.startsWith("code"));
  const gone = { subject: null, code: null };
  return (
    <div className="chart-choices no-print" role="group" aria-label={t("label")}>
      <Select
        label={t("rows")}
        value={choice.rows}
        options={withChosen(rows, choice.rows)}
        onChange={(value) => change({ rows: value, ...gone }, true)}
      />
      <Select
        label={t("columns")}
        value={choice.columns}
        options={[
          { value: "", label: t("domains") },
          ...withChosen(codes, choice.columns || (codes[0]?.value ?? "codes")),
        ]}
        onChange={(value) => change({ columns: value, ...gone }, true)}
      />
      {waves && waves.waves.length > 0 ? (
        <Select
          label={t("wave")}
          value={choice.wave}
          options={[
            { value: "", label: t("always") },
            ...waves.waves.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => change({ wave: value, ...gone }, true)}
        />
      ) : null}
      <WhereField key={choice.where} where={choice.where} onChange={(where) => change({ where, ...gone }, true)} />
    </div>
  );
}
