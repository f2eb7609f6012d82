import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import { sentenceCase } from "../../store/acting";
import { useHistoryOf } from "../../store/history";

const FEW = 5;

/** What was done to a cell, the latest first. */
export function CellHistory({ id }: { id: string }) {
  const t = useTranslations("compareFramework.cell");
  const { data = [] } = useHistoryOf(id);
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="chart-history">
      <h3 id="chart-history">{t("history")}</h3>
      <ul className="chart-history">
        {data.slice(0, FEW).map((change) => (
          <li key={change.operation} className={change.undone ? "undone" : undefined}>
            <Link to={addressOf("operation", change.operation)}>{sentenceCase(change.sentence)}</Link>
            <p className="quiet small">
              {change.person} <DateText at={change.wall_ms} as="since" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
