import { useTranslations } from "use-intl";

import type { QuoteRow } from "../../services/shapes";
import { QuoteItem } from "./QuoteItem";

/** The words that are to be printed for a finding. */
export function QuoteList({ quotes, canWrite }: { quotes: readonly QuoteRow[]; canWrite: boolean }) {
  const t = useTranslations("findings.quote");
  return (
    <section aria-labelledby="finding-quotes">
      <div className="finding-heading">
        <h3 id="finding-quotes">
          {t("title")} <span className="finding-count">{quotes.length}</span>
        </h3>
      </div>
      {quotes.length === 0 ? <p className="quiet finding-teach">{t("none")}</p> : null}
      <ul className="quote-list">
        {quotes.map((quote) => (
          <li key={quote.id}>
            <QuoteItem quote={quote} canWrite={canWrite} />
          </li>
        ))}
      </ul>
    </section>
  );
}
