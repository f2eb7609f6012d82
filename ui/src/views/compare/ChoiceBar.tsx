import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { Select } from "../../components/Select";
import type { Order } from "./shown-rows";
import { withChosen } from "./use-comparison";
import type { Comparison } from "./use-comparison";
import { WhereField } from "./WhereField";

/** What stands in rows and columns, what is counted, and of what. */
export function ChoiceBar({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare.choices");
  const { options, choice, order, hidesEmpty, change, choose, swap } = comparison;
  const isCodes = choice.rows.startsWith("code");
  return (
    <div className="compare-choices no-print" role="group" aria-label={t("label")}>
      <Select
        label={t("rows")}
        value={choice.rows}
        options={withChosen(options?.rows ?? [], choice.rows)}
        onChange={(rows) => choose({ rows })}
      />
      <IconButton label={t("swap")} onPress={swap}>
        <Icon name="swap" />
      </IconButton>
      <Select
        label={t("columns")}
        value={choice.columns}
        options={withChosen(options?.columns ?? [], choice.columns)}
        onChange={(columns) => choose({ columns })}
      />
      <Select
        label={t("count")}
        value={choice.count}
        options={withChosen(options?.counts ?? [], choice.count)}
        onChange={(count) => choose({ count })}
      />
      <WhereField key={choice.where} where={choice.where} onChange={(where) => choose({ where })} />
      <span className="compare-looks">
        <Select<Order>
          label={t("order")}
          isLabelUnseen
          value={order}
          options={[
            { value: "given", label: isCodes ? t("orderGiven") : t("orderGivenOther") },
            { value: "name", label: t("orderName") },
            { value: "total", label: t("orderTotal") },
          ]}
          onChange={(value) => change({ order: value === "given" ? null : value })}
        />
        <label className="compare-check">
          <input
            type="checkbox"
            checked={hidesEmpty}
            onChange={(event) => change({ empty: event.target.checked ? "hidden" : null })}
          />
          {t("hideEmpty")}
        </label>
      </span>
    </div>
  );
}
