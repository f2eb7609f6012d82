import { useTranslations } from "use-intl";

import { Icon } from "../../components/Icon";
import type { DominanceCondition } from "../../store/dominance";

/** Each condition: whether it holds, and its number of how many. */
export function ConditionList({ conditions }: { conditions: readonly DominanceCondition[] }) {
  const t = useTranslations("compareDominance.conditions");
  return (
    <section aria-labelledby="dominance-conditions">
      <h2 id="dominance-conditions">{t("title")}</h2>
      <p className="quiet small">{t("text")}</p>
      <ul className="dominance-conditions">
        {conditions.map(({ key, holds, number, of }) => (
          <li key={key} className={holds === null ? "unknown" : holds ? "holds" : "fails"}>
            <span className="dominance-holds">
              {holds === null ? "–" : <Icon name={holds ? "check" : "close"} />}
              <span className="unseen">{t(holds === null ? "unknown" : holds ? "holds" : "fails")}: </span>
            </span>
            {t(key)}
            <span className="quiet">{number === null ? t("unknown") : of === null ? number : t("ofMany", { number, of })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
