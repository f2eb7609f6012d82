import { useTranslations } from "use-intl";

import type { TableTaken } from "../../services/shapes";

const SHOWN = 40;

/** What taking the table would do; rows that cannot be taken say why. */
export function ImportReport({ taken }: { taken: TableTaken }) {
  const t = useTranslations("cases.import");
  const { made, updated, unchanged, refused, notes } = taken;
  return (
    <section aria-label={t("report")} className="import-report">
      <p role="status">
        <strong>{t("would", { made, updated, unchanged })}</strong>
      </p>
      {refused.length > 0 ? (
        <>
          <p className="warn-text">{t("refused", { count: refused.length })}</p>
          <ul className="table-refused">
            {refused.slice(0, SHOWN).map((each, at) => (
              <li key={at}>
                <span className="quiet">{t("row", { row: each.row })}</span> {each.sentence}
              </li>
            ))}
          </ul>
          {refused.length > SHOWN ? <p className="quiet">{t("moreRows", { count: refused.length - SHOWN })}</p> : null}
        </>
      ) : null}
      {notes.slice(0, SHOWN).map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </section>
  );
}
