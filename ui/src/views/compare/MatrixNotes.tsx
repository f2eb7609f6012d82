import { useTranslations } from "use-intl";

import type { Matrix } from "../../services/shapes";
import { smallNumbers } from "./figures";

interface Props {
  matrix: Matrix;
  hidden: number;
  isEmpty: boolean;
}

/** What a reader of the numbers has to know. */
export function MatrixNotes({ matrix, hidden, isEmpty }: Props) {
  const t = useTranslations("compare");
  const { few, isSmall } = smallNumbers(matrix);
  return (
    <section className="compare-notes" aria-label={t("notes.label")}>
      <p>
        {isEmpty ? <strong>{t("table.allHidden")} </strong> : null}
        {matrix.notes.map((note) => `${note} `)}
        {matrix.count === "words" ? t("notes.words") : t("notes.distinct", { count: matrix.count })}{" "}
        {hidden > 0 ? t("table.hidden", { count: hidden }) : null}{" "}
        {isSmall ? <span className="warn">{t("notes.small")} </span> : null}
        {few > 0 ? <span className="warn">{t("notes.few", { cells: few })}</span> : null}
      </p>
    </section>
  );
}
