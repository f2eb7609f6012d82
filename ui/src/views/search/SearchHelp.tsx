import { useTranslations } from "use-intl";

const ROWS = [
  ["phrase", "“crowding out”"],
  ["wild", "fund*"],
  ["stem", "stem(fund)"],
  ["code", "code:trust"],
  ["codeOnly", "code:=trust"],
  ["anyCode", "code:*"],
  ["coder", "code:trust and coder:Ama"],
  ["speaker", "speaker:Chair"],
  ["case", "site:(“North”, “South”)"],
  ["range", "tenure_years>=3"],
  ["overlap", "code:trust and code:“crowding out”"],
  ["near", "code:trust near(2 turns) code:conflict"],
] as const;

/** The query language on a card. */
export function SearchHelp() {
  const t = useTranslations("search.help");
  return (
    <section aria-labelledby="search-help" className="no-print">
      <h2 id="search-help">{t("title")}</h2>
      <dl className="search-help">
        {ROWS.map(([id, words]) => (
          <div key={id}>
            <dt>{words}</dt>
            <dd>{t(`rows.${id}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">
        {t("quoted")} {t("join")} {t("elsewhere")}
      </p>
    </section>
  );
}
