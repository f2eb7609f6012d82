import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { Graph } from "../../store/interactions";
import { useMatrixOptions } from "../../store/matrix";
import { condition } from "./use-narrowing";

interface Props {
  graph: Graph;
  choice: { by: string; only: string; basis: string; leave_out: string };
  showsRest: boolean;
  onChange: (changes: Partial<Record<"by" | "only" | "basis" | "leave_out" | "rests", string | null>>) => void;
}

/** By what edges are told, what of them is counted, and what is left out. */
export function NarrowingBar({ graph, choice, showsRest, onChange }: Props) {
  const t = useTranslations("compareInteractions.narrow");
  const { case_noun: noun, case_names: cases, sector_names: sectors } = graph;
  const { data: known } = useMatrixOptions();
  const sides = (known?.columns ?? []).filter(
    ({ group, value }) => (group === "Cases" && value !== "participants") || group === "Attributes" || value === "waves",
  );
  const among = [
    ...(noun ? cases.map((name) => ({ value: condition(noun, name), label: name, group: noun })) : []),
    ...sectors.map((name) => ({ value: condition("sector", name), label: name, group: t("sector") })),
  ];
  const kept =
    choice.only && !among.some(({ value }) => value === choice.only)
      ? [{ value: choice.only, label: choice.only }]
      : [];
  return (
    <div className="interactions-bar no-print" role="group" aria-label={t("label")}>
      <Select
        label={t("by")}
        value={choice.by}
        options={[
          { value: "", label: t("byNothing") },
          ...(choice.by && !sides.some(({ value }) => value === choice.by)
            ? [{ value: choice.by, label: choice.by }]
            : []),
          ...sides.map(({ value, label }) => ({ value, label })),
        ]}
        onChange={(by) => onChange({ by })}
      />
      <Select
        label={t("only")}
        value={choice.only}
        options={[{ value: "", label: t("everybody") }, ...kept, ...among]}
        onChange={(only) => onChange({ only })}
      />
      <Select
        label={t("basis")}
        value={choice.basis}
        options={[
          { value: "", label: t("both") },
          { value: "asserted", label: t("asserted") },
          { value: "inferred", label: t("inferred") },
        ]}
        onChange={(basis) => onChange({ basis })}
      />
      <Select
        label={t("leaveOut")}
        value={choice.leave_out}
        options={[{ value: "", label: t("nobody") }, ...cases.map((name) => ({ value: name, label: name }))]}
        onChange={(leave_out) => onChange({ leave_out })}
      />
      <label className="interactions-check">
        <input
          type="checkbox"
          checked={showsRest}
          onChange={(event) => onChange({ rests: event.target.checked ? "yes" : null })}
        />
        {t("rests")}
      </label>
    </div>
  );
}
