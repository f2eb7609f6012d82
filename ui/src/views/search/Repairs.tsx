import { useTranslations } from "use-intl";

import { plainWords } from "./query-words";

/** Several plain words are no question yet: what they may have meant, to be pressed. */
export function Repairs({ question, onAsk }: { question: string; onAsk: (question: string) => void }) {
  const t = useTranslations("search.repairs");
  const words = plainWords(question);
  if (!words) return null;
  const [first = "", second = ""] = words;
  const offers = [
    { id: "phrase", asks: `"${words.join(" ")}"` },
    ...(words.length === 2 ? [{ id: "near", asks: `${first} near(10 words) ${second}` }] : []),
    { id: "any", asks: words.join(" or ") },
  ] as const;
  return (
    <ul className="search-repairs" aria-label={t("title")}>
      {offers.map(({ id, asks }) => (
        <li key={id}>
          <button type="button" className="search-example" onClick={() => onAsk(asks)}>
            {asks}
          </button>
          <span className="quiet small">{t(id as "any")}</span>
        </li>
      ))}
    </ul>
  );
}
