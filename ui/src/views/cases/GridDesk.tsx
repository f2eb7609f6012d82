import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { focusAfterDialog } from "../../components/focus-after-dialog";
import type { AttributeRow, Cases } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { CaseGrid } from "./CaseGrid";
import { ColumnMenu } from "./ColumnMenu";
import { FilterDialog } from "./FilterDialog";
import { PasteDialog } from "./PasteDialog";
import { SITE, isInSeveral } from "./grid-columns";
import type { Column } from "./grid-columns";
import { useGridDesk } from "./use-grid-desk";
import { gridKeys } from "./use-grid-keys";
import { HEAD, useSpots } from "./use-spots";
import type { ViewState } from "./use-view-state";

interface Props {
  cases: Cases;
  answeredAt: number;
  view: ViewState;
  chosen: string | null;
  canWrite: boolean;
  onChoose: (id: string) => void;
  onTable: (text: string) => void;
  onAttribute: (attribute: AttributeRow) => void;
}

/** The grid with its keys, its column menus and what a paste asks. */
export function GridDesk(props: Props) {
  const { cases, answeredAt, view, chosen, canWrite, onChoose, onTable, onAttribute } = props;
  const t = useTranslations("cases.grid");
  const { rows, columns } = view;
  const spots = useSpots(rows, columns, chosen);
  const grid = useRef<HTMLDivElement>(null);
  const desk = useGridDesk({ grid, cases, answeredAt, rows, columns, spots, canWrite, onTable });
  const { removeAttribute } = useCaseActs();
  const [menu, setMenu] = useState<{ column: Column; anchor: Element } | null>(null);
  const [filtering, setFiltering] = useState<Column | null>(null);

  const current = rows[spots.row]?.id;
  useEffect(() => {
    if (current && current !== chosen) onChoose(current);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where one goes in the grid
  }, [current]);
  // Another case that is asked for from elsewhere, such as a link, is gone to.
  const place = rows.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (place >= 0 && chosen !== current) spots.move(place, spots.column);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another one is asked for
  }, [chosen]);

  const openHead = (at: number) => {
    const column = columns[at];
    const anchor = grid.current?.querySelector(`#cell-${HEAD}-${at}`);
    if (column && anchor) setMenu({ column, anchor });
  };
  const close = () => {
    setMenu(null);
    desk.focus();
  };

  const { plan } = desk;
  const twoSites = rows.filter((row) => isInSeveral(row, SITE)).length;
  return (
    <>
      {rows.length === 0 ? (
        <div className="case-none">
          <p>{t("noneFound")}</p>
          <Button size="small" onPress={view.clear}>
            {t("showAll")}
          </Button>
        </div>
      ) : null}
      <CaseGrid
        ref={grid}
        rows={rows}
        columns={columns}
        spots={spots}
        sorting={view.sorting}
        filters={view.filters}
        text={desk.text}
        editor={desk.editor}
        onKeyDown={(event) =>
          gridKeys(spots, rows.length, columns.length, {
            edit: desk.edit,
            clear: desk.clear,
            fillDown: desk.fillDown,
            openHead: () => openHead(spots.column),
          })(event)
        }
        onCopy={desk.onCopy}
        onPaste={desk.onPaste}
        onEdit={() => desk.edit()}
        onHead={openHead}
      />
      {twoSites > 0 ? (
        <p className="case-footnote quiet small">
          <sup>†</sup> {t("footnote", { count: twoSites })}
        </p>
      ) : null}
      {menu ? (
        <ColumnMenu
          {...menu}
          sorting={view.sorting}
          filter={view.filters[menu.column.key]}
          canWrite={canWrite}
          onSort={view.setSorting}
          onFilter={() => setFiltering(menu.column)}
          onUnfilter={() => view.setFilter(menu.column.key, null)}
          onDescribe={() => {
            if (menu.column.sort === "attribute") onAttribute(menu.column.attribute);
          }}
          onRemove={() => {
            if (menu.column.sort === "attribute") void removeAttribute(menu.column.attribute.id);
          }}
          onClose={close}
        />
      ) : null}
      {filtering ? (
        <FilterDialog
          column={filtering}
          rows={view.ofKind}
          filter={view.filters[filtering.key]}
          onFilter={(filter) => view.setFilter(filtering.key, filter)}
          onClose={() => {
            setFiltering(null);
            focusAfterDialog(() => grid.current);
          }}
        />
      ) : null}
      {plan ? (
        <PasteDialog
          plan={plan}
          onPaste={() => {
            desk.paste(plan.cells);
            desk.closePlan();
          }}
          onClose={desk.closePlan}
        />
      ) : null}
    </>
  );
}
