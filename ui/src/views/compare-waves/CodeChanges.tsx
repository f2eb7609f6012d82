import { useTranslations } from "use-intl";

import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import type { WaveChangesAnswer } from "../../services/shapes";

/** For each code in how many of those met twice it came, stayed and went. */
export function CodeChanges({ told }: { told: WaveChangesAnswer }) {
  const t = useTranslations("compareWaves.codes");
  const name = (wave: number) => told.waves[wave]?.name ?? "";
  return (
    <table className="plain-table wave-codes">
      <caption className="unseen">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("code")}</th>
          <th scope="col">{t("step")}</th>
          <th scope="col">{t("came")}</th>
          <th scope="col">{t("stayed")}</th>
          <th scope="col">{t("went")}</th>
          <th scope="col">{t("of")}</th>
        </tr>
      </thead>
      <tbody>
        {told.codes.map((each) => (
          <tr key={`${each.code_id} ${each.before} ${each.after}`}>
            <th scope="row">
              <Link to={addressOf("code", each.code_id)}>{each.code}</Link>
            </th>
            <td>{t("fromTo", { before: name(each.before), after: name(each.after) })}</td>
            <td>{each.came}</td>
            <td>{each.stayed}</td>
            <td>{each.went}</td>
            <td>{each.of}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
