import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { CodeRow } from "../../services/shapes";

interface Props {
  codes: readonly CodeRow[];
  parent: string | null;
  onChange: (parent: string | null) => void;
  /** Left out: the code that moves, and all below it. */
  without?: ReadonlySet<string>;
}

/** Below which code; the depth shows as on the tree. */
export function ParentSelect({ codes, parent, onChange, without }: Props) {
  const t = useTranslations("codebook.new");
  const options = codes
    .filter(({ id }) => !without?.has(id))
    .map(({ id, name, depth }) => ({ value: id, label: `${"\u00a0\u00a0\u00a0".repeat(depth)}${name}` }));
  return (
    <Select
      label={t("below")}
      value={parent ?? ""}
      options={[{ value: "", label: t("top") }, ...options]}
      onChange={(value) => onChange(value || null)}
    />
  );
}
