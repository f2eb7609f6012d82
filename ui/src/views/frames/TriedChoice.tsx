import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { ChoiceTried } from "../../services/shapes";

interface Props {
  tried: ChoiceTried;
  /** Which of the equally good sets, from 1. */
  pick: number;
  onPick: (pick: number) => void;
}

/** What would be chosen, and the other sets that are as good. */
export function TriedChoice({ tried, pick, onPick }: Props) {
  const t = useTranslations("frames.choose");
  const names = tried.chosen.map(({ label }) => label).join(", ");
  const sets = tried.equally_good;
  return (
    <div className="frame-comes" role="status">
      <p>
        <b>{names}</b>
      </p>
      {tried.added.length > 0 ? <p className="small">{t("added", { names: tried.added.join(", ") })}</p> : null}
      <p className="quiet small">
        {t("of", { eligible: tried.eligible, candidates: tried.candidates })}{" "}
        {tried.exact ? t("exact") : t("heuristic")}
      </p>
      {tried.tied > 1 ? (
        <Select
          label={t("equallyGood", { count: tried.tied })}
          value={String(pick)}
          options={sets.map((cases, at) => ({ value: String(at + 1), label: cases.join(", ") }))}
          onChange={(value) => onPick(Number(value))}
        />
      ) : null}
    </div>
  );
}
