import { useTranslations } from "use-intl";

import { StandingMark } from "../../components/StandingMark";
import type { Standing } from "../../services/shapes";
import { STANDINGS } from "./use-findings-address";

interface Props {
  counts: Record<Standing, number>;
  standing: Standing | null;
  onChange: (standing: Standing | null) => void;
}

/** How many findings stand how; pressed, only those are listed. */
export function StandingFilter({ counts, standing, onChange }: Props) {
  const t = useTranslations("findings.ledger");
  return (
    <div className="finding-standings" role="group" aria-label={t("standing")}>
      {STANDINGS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={standing === each}
          onClick={() => onChange(standing === each ? null : each)}
        >
          <StandingMark standing={each} />
          <strong>{counts[each].toLocaleString()}</strong>
        </button>
      ))}
    </div>
  );
}
