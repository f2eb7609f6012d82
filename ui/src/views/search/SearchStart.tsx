import { useTranslations } from "use-intl";

import { useCases } from "../../store/cases";
import { useCodes } from "../../store/codes";
import { quoted } from "./query-words";

/** Examples in the words of this study; pressing one asks it. */
export function SearchStart({ onAsk }: { onAsk: (question: string) => void }) {
  const t = useTranslations("search.start");
  const { data: codes } = useCodes();
  const { data: cases } = useCases();
  const used = [...(codes?.codes ?? [])]
    .filter(({ parent, counts }) => parent !== null && counts.passages > 0)
    .sort((a, b) => b.counts.passages - a.counts.passages);
  // The kind of which there are fewest says most: three sites rather than twenty organisations.
  const group = cases?.cases
    .filter(({ kind, sources }) => kind !== "person" && sources > 0)
    .sort((a, b) => (cases.kinds[a.kind] ?? 0) - (cases.kinds[b.kind] ?? 0))[0];
  const code = used[0] ? `code:${quoted(used[0].name)}` : null;
  const other = used[1] ? `code:${quoted(used[1].name)}` : null;
  const examples = [
    { id: "word", words: "funding" },
    { id: "phrase", words: '"at the table"' },
    { id: "stem", words: "stem(fund)" },
    ...(code ? [{ id: "code", words: code }] : []),
    ...(code && group ? [{ id: "codeAndCase", words: `${code} and ${quoted(group.kind)}:${quoted(group.name)}` }] : []),
    ...(code ? [{ id: "codeNotSpeaker", words: `${code} and not speaker:Interviewer` }] : []),
    ...(code && other ? [{ id: "near", words: `${code} near(2 turns) ${other}` }] : []),
  ] as const;
  return (
    <section className="search-start">
      <h2>{t("title")}</h2>
      <p className="quiet">{t("text")}</p>
      <ul>
        {examples.map(({ id, words }) => (
          <li key={id}>
            <button type="button" className="search-example" onClick={() => onAsk(words)}>
              {words}
            </button>
            <span className="quiet small">{t(id as "word")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
