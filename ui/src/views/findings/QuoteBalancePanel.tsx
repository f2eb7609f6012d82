import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { addressOf } from "../../services/address";
import { useQuoteBalance } from "../../store/quotes";

const NEVER_SHOWN = 40;
const TOLD = ["never", "less", "more"] as const;
const isTold = (standing: string): standing is (typeof TOLD)[number] => TOLD.some((each) => each === standing);

/** Who is quoted how often, beside how often their share of what was said would have it. */
export function QuoteBalancePanel() {
  const t = useTranslations("findings.balance");
  const locale = useLocale();
  const { data, error, refetch } = useQuoteBalance(true);
  const [kind, setKind] = useState("");
  const shown = data?.by.find((each) => each.kind === kind) ?? data?.by[0];
  const nameOf = (name: string) => (name === "person" ? t("person") : name);
  const rounded = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <div className="quote-balance">
      <h2>{t("title")}</h2>
      <p className="quiet small">{t("text")}</p>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && shown ? (
        <>
          <Select
            label={t("by")}
            value={shown.kind}
            options={data.by.map((each) => ({ value: each.kind, label: nameOf(each.kind) }))}
            onChange={setKind}
          />
          <table className="plain-table">
            <caption className="unseen">{t("caption", { kind: nameOf(shown.kind) })}</caption>
            <thead>
              <tr>
                <th scope="col">{nameOf(shown.kind)}</th>
                <th scope="col">{t("quotes", { of: shown.rows[0]?.of_quotes ?? data.quotes })}</th>
                <th scope="col">{t("expected")}</th>
                <th scope="col">{t("passages", { of: shown.rows[0]?.of_passages ?? data.passages })}</th>
              </tr>
            </thead>
            <tbody>
              {shown.rows.map(({ id, name, quotes, expected, passages, standing }) => (
                <tr key={id ?? name}>
                  <th scope="row">
                    {name}
                    {isTold(standing) ? <small>{t(`standing.${standing}`)}</small> : null}
                  </th>
                  <td>{quotes}</td>
                  <td>{expected === null ? "–" : rounded(expected)}</td>
                  <td>{passages}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet small">{[data.basis, ...data.notes].join(" ")}</p>
        </>
      ) : null}
      {data && data.never.length > 0 ? (
        <section>
          <h3>{t("neverTitle", { count: data.never.length })}</h3>
          <p className="quote-never">
            {data.never.slice(0, NEVER_SHOWN).map(({ id, name }) => (
              <Link key={id} to={addressOf("case", id)}>
                {name}
              </Link>
            ))}
            {data.never.length > NEVER_SHOWN ? t("andMore", { count: data.never.length - NEVER_SHOWN }) : null}
          </p>
        </section>
      ) : null}
    </div>
  );
}
