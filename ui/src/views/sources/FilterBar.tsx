import { useId } from "react";
import type { Ref, RefObject } from "react";
import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { useListState } from "./list-state";

interface Props {
  ref: Ref<HTMLInputElement>;
  grid: RefObject<HTMLDivElement | null>;
  shown: number;
  total: number;
}

/** Narrows the list while one types; arrows lead on into it, Esc shows all again. */
export function FilterBar({ ref, grid, shown, total }: Props) {
  const t = useTranslations("sources");
  const { filter, set } = useListState();
  const hint = useId();
  return (
    <div className="sources-filter">
      <div className="sources-filter-field no-print">
        <Icon name="search" />
        <input
          ref={ref}
          className="input"
          type="text"
          aria-label={t("filter.label")}
          aria-describedby={hint}
          placeholder={t("filter.placeholder")}
          value={filter}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ filter: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape" && filter !== "") set({ filter: "" });
            else if (["ArrowDown", "Enter", "Escape"].includes(event.key)) grid.current?.focus();
            else return;
            event.preventDefault();
          }}
        />
        {filter ? (
          <IconButton label={t("filter.clear")} onPress={() => set({ filter: "" })}>
            <Icon name="close" />
          </IconButton>
        ) : null}
        <span id={hint} className="unseen">
          {t("filter.hint")}
        </span>
      </div>
      <p className="quiet small" role="status">
        {t("count", { shown, total })}
      </p>
    </div>
  );
}
