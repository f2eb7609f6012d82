import { memo } from "react";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";

import type { Figure } from "./figures";

interface Props {
  /** Its number among the rows shown, and the one that screen readers say. */
  place: number;
  name: string;
  title: string;
  depth: number;
  kind: "plain" | "top" | "total";
  figures: readonly Figure[];
  columns: readonly string[];
  /** The column of the cell in hand; -1 where it is in another row. */
  active: number;
  /** The column of the cell whose passages are shown; -1 where none is. */
  chosen: number;
}

/** One row of the table. Pressing and keys are heard by the table as a whole. */
export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { place, name, title, depth, kind, figures, columns, active, chosen } = props;
  const t = useTranslations("compare.table");
  return (
    <tr role="row" aria-rowindex={place + 2} className={kind}>
      <th role="rowheader" scope="row" title={title} style={{ "--depth": depth } as CSSProperties}>
        <span>{name}</span>
      </th>
      {figures.map(({ value, of, share }, column) => (
        <td
          key={columns[column]}
          role="gridcell"
          aria-colindex={column + 2}
          aria-selected={column === chosen}
          aria-label={
            of === null
              ? t("cell", { row: name, column: columns[column] ?? "", value })
              : t("cellOf", { row: name, column: columns[column] ?? "", value, of })
          }
          data-place={`${place}-${column}`}
          tabIndex={column === active ? 0 : -1}
          className={value === 0 ? "none" : undefined}
        >
          {value > 0 ? (
            <span className="bar">
              <i style={{ width: `${share * 100}%` }} />
            </span>
          ) : null}
          <span className="number">
            {value === 0 ? t("none") : value.toLocaleString("en-GB")}
            {of === null ? null : <small> {t("of", { of })}</small>}
          </span>
        </td>
      ))}
    </tr>
  );
});
