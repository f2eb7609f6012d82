import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { SearchPage } from "../../services/shapes";
import { isAsTyped } from "./query-words";

interface Props {
  question: string;
  first: SearchPage;
  last: SearchPage;
  found: number;
}

/** How much was found, and how the question was read where that is not as it was typed. */
export function Figures({ question, first, last, found }: Props) {
  const t = useTranslations("search.figures");
  const { total, sources, participants } = last;
  const strong = (words: ReactNode) => <strong>{words}</strong>;
  return (
    <div className="search-figures">
      <p role="status" className={total === 0 ? "unseen" : undefined}>
        {total === null
          ? t.rich("foundSoFar", { total: found, sources, participants, strong })
          : t.rich("found", { total, sources, participants, strong })}
      </p>
      {isAsTyped(question, first.expression) ? null : (
        <p className="quiet">
          {t("readAs")} <code>{first.expression}</code>
        </p>
      )}
    </div>
  );
}
