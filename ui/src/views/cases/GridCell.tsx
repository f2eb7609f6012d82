import { useTranslations } from "use-intl";

import type { CaseRow } from "../../services/shapes";
import { PERSON, SITE, groupsOf, isInSeveral } from "./grid-columns";
import type { Column } from "./grid-columns";

/** What a cell shows; its text alone is what is copied, sorted and filtered. */
export function CellContent({ row, column, text }: { row: CaseRow; column: Column; text: string }) {
  const t = useTranslations("cases.grid");
  if (column.sort === "name")
    return (
      <>
        <span className="cell-name">{row.name}</span>
        {row.kind === PERSON && !row.interviewed ? (
          <span className="cell-quiet">{t("notInterviewed")}</span>
        ) : null}
      </>
    );
  if (column.sort === "group") {
    const [first, ...rest] = groupsOf(row, column.kind);
    if (!first) return null;
    return (
      <>
        {first.name}
        {isInSeveral(row, column.kind) ? (
          <span className="cell-quiet"> {t("also", { names: rest.map(({ name }) => name).join(", ") })}</span>
        ) : null}
      </>
    );
  }
  if (column.attribute.type === "truth" && (text === "yes" || text === "no")) return t(text);
  return text;
}

/** The quiet mark of somebody in two sites; the foot of the grid says what it means. */
export function CellMark({ row, column }: { row: CaseRow; column: Column }) {
  const t = useTranslations("cases.grid");
  if (column.sort !== "group" || column.kind !== SITE || !isInSeveral(row, SITE)) return null;
  return (
    <sup className="cell-mark" title={t("twoSites")}>
      †
    </sup>
  );
}
