import { useTranslations } from "use-intl";

import { Link } from "../../components/Link";
import { address, addressOf } from "../../services/address";
import type { CaseRow } from "../../services/shapes";
import { useSources } from "../../store/sources";
import { PERSON } from "./grid-columns";

const SHOWN = 12;

/** The sources in which a case speaks or that lie in it, and the way to its passages. */
export function CaseMaterial({ row }: { row: CaseRow }) {
  const t = useTranslations("cases.panel");
  const { data } = useSources();
  const sources = (data?.rows ?? []).filter(({ participants, groups }) =>
    [...participants, ...groups].some(({ id }) => id === row.id),
  );
  const field = row.kind === PERSON ? "participant" : row.kind.includes(" ") ? `"${row.kind}"` : row.kind;
  const question = `${field}:"${row.name.replaceAll('"', "")}"`;
  return (
    <section aria-labelledby="case-material">
      <h3 id="case-material">{t("material")}</h3>
      {row.sources === 0 ? <p className="quiet">{t("noSources")}</p> : null}
      <ul className="case-sources">
        {sources.slice(0, SHOWN).map((source) => (
          <li key={source.id}>
            <Link to={addressOf("source", source.id)}>{source.name}</Link>{" "}
            <span className="quiet small">{t("codings", { count: source.codings })}</span>
          </li>
        ))}
      </ul>
      {sources.length > SHOWN ? <p className="quiet">{t("andMore", { count: sources.length - SHOWN })}</p> : null}
      {row.sources > 0 ? (
        <p>
          <Link to={address("/search", { q: question })}>{t("passages", { count: row.codings })}</Link>
        </p>
      ) : null}
    </section>
  );
}
