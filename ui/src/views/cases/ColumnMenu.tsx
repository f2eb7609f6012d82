import { Menu, MenuItem, Popover, Separator } from "react-aria-components";
import { useTranslations } from "use-intl";

import type { Column, Filter, Sorting } from "./grid-columns";

interface Props {
  column: Column;
  /** The head that it opens from. */
  anchor: Element;
  sorting: Sorting | null;
  filter: Filter | undefined;
  canWrite: boolean;
  onSort: (sorting: Sorting | null) => void;
  onFilter: () => void;
  onUnfilter: () => void;
  onDescribe: () => void;
  onRemove: () => void;
  onClose: () => void;
}

/** What can be done with a column. */
export function ColumnMenu(props: Props) {
  const { column, anchor, sorting, filter, canWrite, onSort, onClose } = props;
  const t = useTranslations("cases.column");
  const isSorted = sorting?.column === column.key;
  const item = (id: string, label: string, run: () => void, isDanger = false) => (
    <MenuItem
      key={id}
      id={id}
      textValue={label}
      className={`menu-item${isDanger ? " danger" : ""}`}
      onAction={run}
    >
      {label}
    </MenuItem>
  );
  return (
    <Popover
      isOpen
      placement="bottom start"
      triggerRef={{ current: anchor }}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu className="menu" aria-label={t("label", { name: column.label })} autoFocus="first" onClose={onClose}>
        {item("up", t("sortUp"), () => onSort({ column: column.key, isDown: false }))}
        {item("down", t("sortDown"), () => onSort({ column: column.key, isDown: true }))}
        {isSorted ? item("unsort", t("unsort"), () => onSort(null)) : null}
        <Separator className="menu-line" />
        {item("filter", t("filter"), props.onFilter)}
        {filter ? item("unfilter", t("unfilter"), props.onUnfilter) : null}
        {column.sort === "attribute" && canWrite ? (
          <>
            <Separator className="menu-line" />
            {item("describe", t("describe"), props.onDescribe)}
            {item("remove", t("remove"), props.onRemove, true)}
          </>
        ) : null}
      </Menu>
    </Popover>
  );
}
