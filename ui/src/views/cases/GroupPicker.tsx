import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { CaseRow } from "../../services/shapes";
import { orderedKinds } from "./grid-columns";
import { useKindName } from "./kind-names";

interface Props {
  label: string;
  choices: readonly CaseRow[];
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A case to put something into, by its kind. The browser's own list finds by typing. */
export function GroupPicker({ label, choices, value, onChange }: Props) {
  const t = useTranslations("cases.membership");
  const kindName = useKindName();
  const kinds = orderedKinds(new Set(choices.map(({ kind }) => kind)));
  return (
    <Select
      label={label}
      value={value ?? ""}
      onChange={(chosen) => onChange(chosen || null)}
      options={[
        { value: "", label: t("none") },
        ...kinds.flatMap((kind) =>
          choices
            .filter((row) => row.kind === kind)
            .map((row) => ({ value: row.id, label: row.name, group: kindName(kind, 2) })),
        ),
      ]}
    />
  );
}
