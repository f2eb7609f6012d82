import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { addressOf } from "../../services/address";
import type { CodeRow } from "../../services/shapes";
import { sentenceCase } from "../../store/acting";
import { useHistoryOf } from "../../store/history";

/** What was done to a code, the last first; each step leads to where it can be undone. */
export function CodeHistory({ code }: { code: CodeRow }) {
  const t = useTranslations("codebook.history");
  const { data } = useHistoryOf(code.id);
  if (!data) return <Loading />;
  return (
    <ol className="code-history">
      {[...data].reverse().map(({ operation, wall_ms, person, sentence, fields, undone }) => (
        <li key={operation} className={undone ? "undone" : undefined}>
          <Link to={addressOf("operation", operation)}>{sentenceCase(sentence)}</Link>
          {fields === null ? <p className="quiet small">{t("purged")}</p> : null}
          {Object.entries(fields ?? {}).map(([field, value]) => (
            <p key={field} className="small">
              <span className="quiet">{field.replaceAll("_", " ")}: </span>
              {value ?? <span className="quiet">{t("cleared")}</span>}
            </p>
          ))}
          <p className="quiet small">
            {person ?? t("somebody")}, <DateText at={wall_ms} as="since" />
            {undone ? `, ${t("undone")}` : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
