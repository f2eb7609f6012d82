import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import { useHistory } from "../../store/history";

const SHOWN = 8;

/** What was done last, by whom. */
export function Lately() {
  const t = useTranslations("home.lately");
  const { data, error, refetch } = useHistory({}, SHOWN);
  const rows = data?.pages[0]?.items ?? [];
  return (
    <section aria-labelledby="home-lately">
      <h3 id="home-lately" className="label">
        {t("title")}
      </h3>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {data && rows.length === 0 ? <p className="quiet">{t("nothing")}</p> : null}
      <ul className="home-lately">
        {rows.map(({ operation, person, sentence, wall_ms, undone }) => (
          <li key={operation} className={undone ? "undone" : undefined}>
            <Link to={addressOf("operation", operation)}>
              <strong>{person ?? t("somebody")}</strong> {sentence}
              {undone ? <span className="quiet"> ({t("undone")})</span> : null}
            </Link>
            <span className="quiet small">
              <DateText at={wall_ms} as="since" />
            </span>
          </li>
        ))}
      </ul>
      {rows.length > 0 ? (
        <p>
          <Link to="/history">{t("all")}</Link>
        </p>
      ) : null}
    </section>
  );
}
