import { useFormatter, useTranslations } from "use-intl";

import type { ResponseRate } from "../../services/shapes";

const COUNTS = ["declined", "unavailable", "no_answer", "waiting"] as const;

/** What came of asking, by site: shares stand with how many they are of. */
export function ResponseRates({ rates }: { rates: readonly ResponseRate[] }) {
  const t = useTranslations("fieldwork.recruitment");
  const format = useFormatter();
  const share = (count: number, asked: number, rate: number | null) =>
    rate === null ? "" : t("share", { count, asked, share: format.number(rate, { style: "percent" }) });
  return (
    <section aria-labelledby="fw-rates">
      <h2 id="fw-rates">{t("rates")}</h2>
      <table className="plain-table fw-table">
        <thead>
          <tr>
            <th scope="col">{t("group")}</th>
            <th scope="col">{t("found")}</th>
            <th scope="col">{t("asked")}</th>
            <th scope="col">{t("agreed")}</th>
            {COUNTS.map((each) => (
              <th key={each} scope="col">
                {t(each === "no_answer" ? "noAnswer" : each)}
              </th>
            ))}
            <th scope="col">{t("interviewed")}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.group ?? ""} className={rate.group === null ? "fw-all" : undefined}>
              <th scope="row">{rate.group ?? t("all")}</th>
              <td>{rate.found}</td>
              <td>{rate.asked}</td>
              <td>{share(rate.agreed, rate.asked, rate.agreed_rate)}</td>
              {COUNTS.map((each) => (
                <td key={each}>{rate[each] === 0 ? <span className="fw-none">0</span> : rate[each]}</td>
              ))}
              <td>{share(rate.interviewed, rate.asked, rate.interviewed_rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{t("ratesNote")}</p>
    </section>
  );
}
