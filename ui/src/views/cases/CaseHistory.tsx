import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import { sentenceCase } from "../../store/acting";
import { useHistoryOf } from "../../store/history";

const FEW = 3;

/** What was done to a case. */
export function CaseHistory({ id }: { id: string }) {
  const t = useTranslations("cases.history");
  const { data = [] } = useHistoryOf(id);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? data : data.slice(0, FEW);
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="case-history">
      <h3 id="case-history">{t("title")}</h3>
      <ul className="case-history">
        {shown.map((change) => (
          <li key={change.operation} className={change.undone ? "undone" : undefined}>
            <Link to={addressOf("operation", change.operation)}>{sentenceCase(change.sentence)}</Link>
            <p className="quiet small">
              {change.person} <DateText at={change.wall_ms} as="since" />
              {change.undone ? ` ${t("undone")}` : ""}
            </p>
          </li>
        ))}
      </ul>
      {!isWhole && data.length > FEW ? (
        <Button kind="plain" size="small" onPress={() => setWhole(true)}>
          {t("all", { count: data.length })}
        </Button>
      ) : null}
    </section>
  );
}
