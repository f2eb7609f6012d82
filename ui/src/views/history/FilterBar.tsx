import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Select } from "../../components/Select";
import type { Messages } from "../../messages";
import { dayOf } from "../../services/days";
import { useCoders } from "../../store/study";
import { DayField } from "./DayField";
import type { useChosen } from "./use-chosen";

const KINDS: readonly (keyof Messages["history"]["kinds"])[] = [
  "source", "code", "coding", "memo", "case", "attribute", "link", "set", "query", "frame", "fieldwork",
  "release", "analysis", "finding", "coder", "study", "undo",
];

/** Whose work, on what, and when. */
export function FilterBar({ chosen }: { chosen: ReturnType<typeof useChosen> }) {
  const t = useTranslations("history");
  const { data: coders } = useCoders();
  const { filter, narrow, isFiltered, showAll } = chosen;
  const today = dayOf(new Date());
  return (
    <div className="history-bar no-print" role="group" aria-label={t("filter.label")}>
      <Select
        label={t("filter.person")}
        value={filter.person ?? ""}
        options={[
          { value: "", label: t("filter.everybody") },
          ...(coders ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => narrow("person", value)}
      />
      <Select
        label={t("filter.kind")}
        value={filter.kind ?? ""}
        options={[
          { value: "", label: t("filter.everything") },
          ...KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
        onChange={(value) => narrow("kind", value)}
      />
      <DayField label={t("filter.since")} value={filter.since ?? ""} latest={today} onChange={(day) => narrow("since", day)} />
      <DayField label={t("filter.until")} value={filter.until ?? ""} latest={today} onChange={(day) => narrow("until", day)} />
      {isFiltered ? (
        <Button size="small" kind="plain" onPress={showAll}>
          {t("filter.showAll")}
        </Button>
      ) : null}
    </div>
  );
}
