import { useLocale, useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import type { SaturationOfCase } from "../../services/shapes";

interface Props {
  cases: readonly SaturationOfCase[];
  /** The name of the one whose curves are shown; null: all together. */
  shown: string | null;
  onShow: (name: string | null) => void;
}

/** Each case with its answer, and how far that depends on the order. */
export function CaseTable({ cases, shown, onShow }: Props) {
  const t = useTranslations("compareSaturation.cases");
  const locale = useLocale();
  const figure = (value: number, digits: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const inOrders = (told: SaturationOfCase, interviews: number | null) => {
    if (told.orders.reason !== null) return "–";
    return interviews === null ? t("notReached") : `${interviews}+${told.run.run}`;
  };
  return (
    <div className="sat-scroll">
      <table className="plain-table sat-cases">
        <caption className="unseen">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("case")}</th>
            <th scope="col">{t("interviews")}</th>
            <th scope="col">{t("participants")}</th>
            <th scope="col">{t("codes")}</th>
            <th scope="col">{t("saturation")}</th>
            <th scope="col" title={t("halfHint")}>
              {t("half")}
            </th>
            <th scope="col" title={t("nineHint")}>
              {t("nine")}
            </th>
            <th scope="col" title={t("chaoHint")}>
              {t("chao")}
            </th>
            <th scope="col" title={t("coverageHint")}>
              {t("coverage")}
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map((told) => {
            const name = told.case ?? t("all");
            const isShown = cases.length > 1 && told.case === shown;
            return (
              <tr key={told.case ?? ""} className={isShown ? "sat-shown" : undefined}>
                <th scope="row">
                  {cases.length > 1 ? (
                    <Button kind="plain" size="small" aria-pressed={isShown} onPress={() => onShow(told.case)}>
                      {name}
                    </Button>
                  ) : (
                    name
                  )}
                </th>
                <td>{told.interviews.length}</td>
                <td>{told.participants}</td>
                <td>{told.chao2.observed}</td>
                <td className="sat-label">{told.run.label ?? (told.run.runs.length > 0 ? t("notReached") : t("undefined"))}</td>
                <td>{inOrders(told, told.orders.median)}</td>
                <td>{inOrders(told, told.orders.ninetieth)}</td>
                <td>
                  {told.chao2.estimate === null
                    ? "–"
                    : told.chao2.se === null
                      ? figure(told.chao2.estimate, 1)
                      : t("estimate", { estimate: figure(told.chao2.estimate, 1), se: figure(told.chao2.se, 1) })}
                </td>
                <td>{told.chao2.coverage === null ? "–" : figure(told.chao2.coverage, 3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
