import { useLocale, useTranslations } from "use-intl";

import { usePrinting } from "../../components/use-printing";
import type { Qca } from "../../store/qca";
import { figure, plainValue } from "./figures";

/** How each set was read and calibrated. */
export function Sets({ qca }: { qca: Qca }) {
  const t = useTranslations("compareQca.sets");
  const isPrinting = usePrinting();
  return (
    <details className="qca-more" {...(isPrinting ? { open: true } : {})}>
      <summary>{t("title")}</summary>
      <div className="qca-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("set")}</th>
              <th scope="col">{t("measured")}</th>
              <th scope="col">{t("calibrated")}</th>
              <th scope="col">{t("expected")}</th>
            </tr>
          </thead>
          <tbody>
            {qca.sets.map((each, at) => (
              <tr key={each.name}>
                <th scope="row">
                  {each.name} {at === qca.sets.length - 1 ? <span className="quiet">{t("outcome")}</span> : null}
                </th>
                <td>{each.measured}</td>
                <td>{each.calibrated}</td>
                <td>
                  {each.multi
                    ? each.expected.join(", ")
                    : each.expected.map((level) => (level === 1 ? t("present") : t("absent"))).join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What nearly always is there where the outcome is. */
export function Necessary({ qca }: { qca: Qca }) {
  const t = useTranslations("compareQca.necessity");
  const locale = useLocale();
  return (
    <details className="qca-more">
      <summary>{t("title", { outcome: qca.outcome })}</summary>
      <p className="quiet small">{t("says")}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("condition")}</th>
            <th scope="col" className="number">
              {t("inclusion")}
            </th>
            <th scope="col" className="number">
              {t("coverage")}
            </th>
            <th scope="col" className="number">
              {t("relevance")}
            </th>
          </tr>
        </thead>
        <tbody>
          {qca.necessity.map((each) => (
            <tr key={each.literal}>
              <th scope="row">{each.literal}</th>
              <td className="number">{figure(each.inclusion, locale)}</td>
              <td className="number">{figure(each.coverage, locale)}</td>
              <td className="number">{figure(each.relevance, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Every case with what was read of it and what it became. */
export function Data({ qca }: { qca: Qca }) {
  const t = useTranslations("compareQca.data");
  const locale = useLocale();
  return (
    <details className="qca-more">
      <summary>{t("title", { count: qca.cases.length, counted: qca.counted })}</summary>
      <div className="qca-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("case")}</th>
              {qca.sets.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {qca.cases.map(({ id, name }, at) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {qca.sets.map((each) => (
                  <td key={each.name} className="number">
                    {plainValue(each.memberships[at] ?? 0, locale)}{" "}
                    <span className="quiet">{`(${plainValue(each.raw[at] ?? "", locale)})`}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {qca.left_out.length > 0 ? (
        <p className="small">
          {t("leftOut", {
            names: qca.left_out.map(({ name, condition, reason }) => `${name} (${condition}: ${reason})`).join("; "),
          })}
        </p>
      ) : null}
    </details>
  );
}
