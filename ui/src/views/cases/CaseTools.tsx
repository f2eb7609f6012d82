import type { Ref } from "react";
import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import type { Cases } from "../../services/shapes";
import { ALL, orderedKinds } from "./grid-columns";
import { useKindName } from "./kind-names";
import type { ViewState } from "./use-view-state";

interface Props {
  cases: Cases;
  view: ViewState;
  canWrite: boolean;
  findBox: Ref<HTMLInputElement>;
}

/** Kinds with how many there are, the find box, what is filtered, grid or tree. */
export function CaseTools({ cases, view, canWrite, findBox }: Props) {
  const t = useTranslations("cases.tools");
  const kindName = useKindName();
  const kinds = orderedKinds(Object.keys(cases.kinds));
  const { kind, shape, filters, columns, rows, ofKind } = view;
  const isGrid = shape === "grid";
  const narrowed = columns.flatMap((column) => {
    const filter = filters[column.key];
    return filter ? [{ column, filter }] : [];
  });
  return (
    <div className="case-tools no-print">
      <div className="case-kinds" {...(isGrid ? { role: "group", "aria-label": t("kinds") } : {})}>
        {isGrid
          ? [...kinds, ALL].map((each) => (
              <button
                key={each}
                type="button"
                className="case-kind"
                aria-pressed={each === kind}
                onClick={() => view.setKind(each)}
              >
                {kindName(each, 2)} <small>{each === ALL ? cases.cases.length : cases.kinds[each]}</small>
              </button>
            ))
          : null}
        {!isGrid && canWrite ? <span className="quiet small">{t("treeHint")}</span> : null}
      </div>
      {isGrid
        ? narrowed.map(({ column, filter }) => (
            <span key={column.key} className="chip accent">
              {t(`filtered.${filter.mode}`, {
                column: column.sort === "group" ? kindName(column.kind, 1) : column.label,
                text: filter.text,
              })}
              <IconButton label={t("unfilter", { column: column.label })} onPress={() => view.setFilter(column.key, null)}>
                <Icon name="close" />
              </IconButton>
            </span>
          ))
        : null}
      {isGrid && rows.length !== ofKind.length ? (
        <span className="quiet small" role="status">
          {t("shown", { shown: rows.length, count: ofKind.length })}
        </span>
      ) : null}
      <span className="spacer" />
      {isGrid ? (
        <label className="check small">
          <input
            type="checkbox"
            checked={view.hasAllColumns || kind === ALL}
            disabled={kind === ALL}
            onChange={(event) => view.setAllColumns(event.target.checked)}
          />
          {t("allColumns")}
        </label>
      ) : null}
      <span className="case-find">
        <Icon name="search" />
        <input
          ref={findBox}
          type="search"
          className="input"
          aria-label={t("find")}
          placeholder={t("find")}
          value={view.find}
          onChange={(event) => view.setFind(event.target.value)}
        />
      </span>
    </div>
  );
}
