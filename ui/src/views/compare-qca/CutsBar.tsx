import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import type { Qca } from "../../store/qca";
import { numberIn } from "./use-qca-choice";

interface Props {
  qca: Qca;
  /** What the address says of the outcome's absence, before the answer is here. */
  negated: boolean | undefined;
  onChange: (changes: Partial<Record<"incl" | "pri" | "n" | "absent", string | null>>) => void;
}

/** From where on a row leads to the outcome, and whether its absence is explained. */
export function CutsBar({ qca, negated, onChange }: Props) {
  const t = useTranslations("compareQca.cuts");
  const { inclusion, pri, frequency } = qca.cuts;
  const isAbsent = negated ?? qca.outcome.startsWith("~");
  return (
    <div className="qca-cuts no-print" role="group" aria-label={t("label")}>
      <Cut key={`i${inclusion}`} label={t("inclusion")} value={inclusion} bounds={[0, 1]} onChange={(incl) => onChange({ incl })} />
      <Cut key={`p${pri}`} label={t("pri")} value={pri} bounds={[0, 1]} onChange={(to) => onChange({ pri: to })} />
      <Cut key={`n${frequency}`} label={t("frequency")} value={frequency} bounds={[1, 10_000]} onChange={(n) => onChange({ n })} />
      <label className="qca-check">
        <input
          type="checkbox"
          checked={isAbsent}
          onChange={(event) => onChange({ absent: event.target.checked ? "yes" : "no" })}
        />
        {t("absent")}
      </label>
    </div>
  );
}

interface CutProps {
  label: string;
  value: number;
  bounds: readonly [number, number];
  onChange: (value: string) => void;
}

/** A number that is taken when it is left or Enter is pressed; one that cannot be goes back. */
function Cut({ label, value, bounds, onChange }: CutProps) {
  const locale = useLocale();
  const shown = value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 4 });
  const [typed, setTyped] = useState(shown);
  const take = () => {
    const number = numberIn(typed, ...bounds);
    if (number === null) setTyped(shown);
    else if (number !== value) onChange(String(number));
  };
  return (
    <label>
      {label}
      <input
        className="input"
        inputMode="decimal"
        size={5}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
    </label>
  );
}
