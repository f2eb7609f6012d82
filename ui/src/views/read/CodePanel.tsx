/** What the code in hand means, what it leaves out, and how far it has come. */

import { useTranslations } from "use-intl";
import { CodeDot } from "../../components/CodeDot";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import type { CodeRow } from "../../services/shapes";
import { useCodes } from "../../store/codes";

export function CodePanel({ code }: { code: CodeRow }) {
  const t = useTranslations("read.coding");
  const { data } = useCodes();
  const rows = [
    [t("means"), code.definition],
    [t("includes"), code.includes],
    [t("excludes"), code.excludes],
  ] as const;
  return (
    <section>
      <h3>{t("code")}</h3>
      <p className="code-in-hand">
        <CodeDot code={code} />
        <Link to={addressOf("code", code.id)} title={t("openCode")}>
          {code.name}
        </Link>
      </p>
      <dl className="read-facts">
        {rows.map(([term, text]) =>
          text ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
        {code.definition ? null : (
          <div>
            <dt>{t("means")}</dt>
            <dd className="quiet">
              {t("noDefinition")} <Link to={addressOf("code", code.id)}>{t("define")}</Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("soFar")}</dt>
          <dd>
            {t("soFarText", {
              participants: code.counts.participants,
              interviewed: data?.interviewed ?? 0,
              cases: code.counts.cases,
              sites: data?.sites ?? 0,
              passages: code.counts.passages,
            })}
          </dd>
        </div>
      </dl>
    </section>
  );
}
