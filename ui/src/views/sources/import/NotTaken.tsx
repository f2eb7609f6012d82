import { useTranslations } from "use-intl";

import type { Import } from "../../../services/shapes";

/** Files that could not be read, with what to do, and those that are here already. */
export function NotTaken({ job: { refused, duplicates } }: { job: Import }) {
  const t = useTranslations("sources.import");
  return (
    <>
      {refused.length > 0 ? (
        <section className="import-refused" aria-labelledby="import-refused">
          <h3 id="import-refused">{t("refused")}</h3>
          <ul>
            {refused.map(({ name, sentence, hint }, index) => (
              <li key={`${name} ${index}`}>
                {sentence} {hint ? <span className="quiet">{hint}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {duplicates.length > 0 ? (
        <section className="import-refused" aria-labelledby="import-duplicates">
          <h3 id="import-duplicates">{t("duplicates")}</h3>
          <ul className="quiet">
            {duplicates.map(({ name, as_name }, index) => (
              <li key={`${name} ${index}`}>
                {name === as_name ? t("duplicateSame", { name }) : t("duplicate", { name, asName: as_name })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
