import { useTranslations } from "use-intl";

import { DateText } from "../../../components/DateText";
import { Link } from "../../../components/Link";
import { addressOf } from "../../../services/address";
import { useHistoryOf } from "../../../store/history";

const SHOWN = 8;

/** What was done to a source itself, the latest first. */
export function SourceHistory({ source }: { source: string }) {
  const t = useTranslations("sources.one");
  const { data } = useHistoryOf(source);
  if (!data) return null;
  return (
    <>
      <h3>{t("history")}</h3>
      {data.length === 0 ? <p className="quiet small">{t("noHistory")}</p> : null}
      <ul className="one-source-history small">
        {data.slice(0, SHOWN).map(({ operation, person, sentence, wall_ms, undone }) => (
          <li key={operation}>
            <Link to={addressOf("operation", operation)}>
              {person ?? t("somebody")} {sentence}
            </Link>
            {undone ? <span className="quiet"> ({t("undone")})</span> : null}{" "}
            <span className="quiet">
              <DateText at={wall_ms} as="since" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
