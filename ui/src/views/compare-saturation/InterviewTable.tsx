import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { sourceAddress } from "../../services/address";
import type { InterviewRow } from "../../services/shapes";

/** The interviews one after another; every code that was new opens its first passage. */
export function InterviewTable({ interviews }: { interviews: readonly InterviewRow[] }) {
  const t = useTranslations("compareSaturation.interviews");
  return (
    <div className="sat-scroll">
      <table className="plain-table sat-interviews">
        <caption className="unseen">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("interview")}</th>
            <th scope="col">{t("codes")}</th>
            <th scope="col">{t("new")}</th>
            <th scope="col">{t("soFar")}</th>
            <th scope="col">{t("newCodes")}</th>
          </tr>
        </thead>
        <tbody>
          {interviews.map((each) => (
            <tr key={each.source_id}>
              <td>{each.number}</td>
              <td className="sat-day">{each.day ? <DateText at={each.day} /> : "–"}</td>
              <th scope="row">
                <Link to={sourceAddress(each.source_id)}>{each.source}</Link>
                <span className="quiet small"> {each.participants.join(", ")}</span>
              </th>
              <td>{each.codes}</td>
              <td>{each.new.length}</td>
              <td>{each.cumulative}</td>
              <td>
                <NewCodes interview={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewCodes({ interview }: { interview: InterviewRow }) {
  const t = useTranslations("compareSaturation.interviews");
  if (interview.new.length === 0) return null;
  return (
    <ul className="sat-new">
      {interview.new.map((code) => (
        <li key={code.code_id}>
          <Link
            to={sourceAddress(code.source_id, code)}
            title={code.code}
            aria-label={t("open", { code: code.code, interview: interview.source })}
          >
            {code.code.split(" > ").at(-1)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
