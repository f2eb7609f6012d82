import { useTranslations } from "use-intl";

import { conditionsOf } from "./query-words";

/** No passage answers: what to try. */
export function NothingFound({ question }: { question: string }) {
  const t = useTranslations("search.nothing");
  return (
    <section className="search-start">
      <h2>{t("title")}</h2>
      <p className="quiet">{t("text")}</p>
      {conditionsOf(question).length > 0 ? <p className="quiet">{t("narrowed")}</p> : null}
    </section>
  );
}
