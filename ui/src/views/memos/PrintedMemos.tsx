/** The memos that are shown, whole, on paper. */
import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import type { MemoRow } from "../../services/shapes";

export function PrintedMemos({ memos, title }: { memos: readonly MemoRow[]; title: string }) {
  const t = useTranslations("memos");
  return (
    <div className="memos-paper">
      <p className="quiet">{title}</p>
      {memos.map((memo) => (
        <section key={memo.id}>
          <h2>{memo.title}</h2>
          <p className="quiet small">
            {t(`kind.${memo.kind}`)}
            {memo.author ? `, ${memo.author}` : ""}, <DateText at={memo.changed_ms} />
            {memo.about ? `, ${t("facts.about", { kind: memo.about.kind })} ${memo.about.name}` : ""}
          </p>
          {memo.passage ? (
            <blockquote>
              {memo.passage.text} <span className="quiet small">({memo.passage.source})</span>
            </blockquote>
          ) : null}
          <p className="memo-read">{memo.text}</p>
        </section>
      ))}
    </div>
  );
}
