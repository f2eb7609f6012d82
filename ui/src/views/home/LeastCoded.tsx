import { useTranslations } from "use-intl";

import { Link } from "../../components/Link";
import { Progress } from "../../components/Progress";
import { sourceAddress } from "../../services/address";
import type { SourceRow } from "../../services/shapes";
import { useSources } from "../../store/sources";

const SHOWN = 6;

const share = ({ coded_turns, turns_to_code }: SourceRow) =>
  turns_to_code > 0 ? coded_turns / turns_to_code : 1;

/** Sources of which the least is coded: where to go on. */
export function LeastCoded() {
  const t = useTranslations("home.least");
  const { data } = useSources();
  const least = (data?.rows ?? [])
    .filter((source) => source.coded_turns < source.turns_to_code)
    .sort((a, b) => share(a) - share(b))
    .slice(0, SHOWN);
  if (least.length === 0) return null;
  return (
    <section aria-labelledby="home-least">
      <h3 id="home-least" className="label">
        {t("title")}
      </h3>
      <ul className="home-least">
        {least.map((source) => (
          <li key={source.id}>
            <Link to={sourceAddress(source.id)}>{source.name}</Link>
            <Progress done={source.coded_turns} total={source.turns_to_code} label={t("progress", { source: source.name })} />
            <span className="quiet small">
              {t("coded", { done: source.coded_turns, total: source.turns_to_code })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
