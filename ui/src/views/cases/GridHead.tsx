import { useTranslations } from "use-intl";

import type { Column, Filters, Sorting } from "./grid-columns";
import { useKindName } from "./kind-names";
import { HEAD } from "./use-spots";

interface Props {
  columns: readonly Column[];
  shown: readonly number[];
  before: number;
  widths: readonly number[];
  height: number;
  /** The head that is meant; null while a case is. */
  at: number | null;
  sorting: Sorting | null;
  filters: Filters;
}

/** The row of heads: what each column is, of which type, how it is sorted and filtered. */
export function GridHead({ columns, shown, before, widths, height, at, sorting, filters }: Props) {
  const t = useTranslations("cases");
  const kindName = useKindName();

  const head = (place: number) => {
    const column = columns[place];
    if (!column) return null;
    const isSorted = sorting?.column === column.key;
    const direction = sorting?.isDown ? "descending" : "ascending";
    const below =
      column.sort === "attribute"
        ? t(`types.${column.attribute.type}`)
        : column.sort === "group"
          ? t("grid.group")
          : "";
    return (
      <div
        key={column.key}
        id={`cell-${HEAD}-${place}`}
        role="columnheader"
        aria-colindex={place + 1}
        aria-sort={isSorted ? direction : undefined}
        aria-haspopup="menu"
        className={`cell head ${column.sort}${at === place ? " at" : ""}`}
        data-row={HEAD}
        data-column={place}
        title={column.sort === "attribute" ? (column.attribute.description ?? undefined) : undefined}
        style={{ width: widths[place] }}
      >
        <span className="head-name">
          <span className="cell-text">
            {column.sort === "group" ? kindName(column.kind, 1) : column.label}
          </span>
          {isSorted ? <span aria-hidden="true">{sorting.isDown ? "↓" : "↑"}</span> : null}
          {filters[column.key] ? <span className="head-filter">{t("grid.filtered")}</span> : null}
        </span>
        {below ? <span className="head-type">{below}</span> : null}
      </div>
    );
  };

  return (
    <div role="row" aria-rowindex={1} className="case-row heads" style={{ height }}>
      {head(0)}
      <span className="cell-gap" role="presentation" style={{ width: before }} />
      {shown.map(head)}
    </div>
  );
}
