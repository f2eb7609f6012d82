import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import { Slip } from "../../components/QuerySlip";
import { StandingMark } from "../../components/StandingMark";
import { address } from "../../services/address";
import type { CheckRow } from "../../services/shapes";
import { FigureText } from "./FigureText";
import { shortened } from "./figures";

interface Props {
  check: CheckRow;
  /** Puts the suggested words in the place of those that were not understood. */
  onRepair?: ((text: string) => void) | undefined;
}

/** What a check finds today: its standing, its value of how many, by group, and what went wrong. */
export function CheckAnswer({ check, onRepair }: Props) {
  const t = useTranslations("findings.check");
  const { text, standing, holds, says, parts, problem, behind } = check;
  const suggestion = problem?.suggestion;
  return (
    <div className="check-answer">
      <p className="check-says">
        <StandingMark standing={standing} />
        {says ? <strong>{says}</strong> : null}
        <span className="check-was">
          <FigureText check={check} />
          {standing === "changed" && holds !== null ? `: ${t(holds ? "stillHolds" : "noLongerHolds")}` : null}
        </span>
        {behind ? <Link to={address("/search", { q: behind })}>{t("behind")}</Link> : null}
      </p>
      {parts.length > 0 ? (
        <table className="plain-table check-parts">
          <caption className="unseen">{t("parts")}</caption>
          <tbody>
            {parts.map(({ label, value, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{of === null ? t("figure", { value }) : t("figureOf", { value, of })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {problem ? (
        <Slip
          asked={text}
          start={problem.start_char}
          end={problem.end_char}
          reason={problem.sentence}
          hint={problem.hint}
          isQuiet
        >
          {suggestion && onRepair ? (
            <Button size="small" onPress={() => onRepair(suggestion)}>
              {t("repair", { suggestion: shortened(suggestion) })}
            </Button>
          ) : null}
        </Slip>
      ) : null}
    </div>
  );
}
