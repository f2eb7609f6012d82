import type { ReactNode } from "react";

import type { CaseRow } from "../../services/shapes";
import { CellContent, CellMark } from "./GridCell";
import type { Column } from "./grid-columns";
import type { Spots } from "./use-spots";

export interface RowParts {
  text: (row: CaseRow, column: Column) => string;
  /** What stands in the cell that is typed into. */
  editor: ReactNode;
}

interface Props extends RowParts {
  row: CaseRow;
  index: number;
  top: number;
  height: number;
  columns: readonly Column[];
  /** The columns in sight beside the first, which always is. */
  shown: readonly number[];
  before: number;
  widths: readonly number[];
  spots: Spots;
}

export function GridRow(props: Props) {
  const { row, index, top, height, columns, shown, before, widths, spots, text, editor } = props;
  const { range } = spots;
  const isIn = index >= range.top && index <= range.bottom;

  const cell = (at: number) => {
    const column = columns[at];
    if (!column) return null;
    const isAt = index === spots.row && at === spots.column;
    const isSelected = isIn && at >= range.left && at <= range.right;
    const isNumber = column.sort === "attribute" && column.attribute.type === "number";
    const classes = ["cell", column.sort, isNumber ? "number" : "", isSelected ? "selected" : "", isAt ? "at" : ""];
    const said = text(row, column);
    return (
      <div
        key={column.key}
        id={`cell-${index}-${at}`}
        role={at === 0 ? "rowheader" : "gridcell"}
        aria-colindex={at + 1}
        aria-selected={isSelected}
        className={classes.filter(Boolean).join(" ")}
        data-row={index}
        data-column={at}
        title={said.length > 24 ? said : undefined}
        style={{ width: widths[at] }}
      >
        {isAt && editor ? (
          editor
        ) : (
          <>
            <span className="cell-text">
              <CellContent row={row} column={column} text={said} />
            </span>
            <CellMark row={row} column={column} />
          </>
        )}
      </div>
    );
  };

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`case-row${index === spots.row ? " current" : ""}`}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {cell(0)}
      <span className="cell-gap" role="presentation" style={{ width: before }} />
      {shown.map(cell)}
    </div>
  );
}
