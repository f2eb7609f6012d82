/** Saving what a code says of itself; where somebody else changed it meanwhile, both are shown. */
import { useTranslations } from "use-intl";

import { ChangedMeanwhile } from "../../components/ChangedMeanwhile";
import type { CodeRow } from "../../services/shapes";
import { saveText, useClash } from "../../store/changed-meanwhile";
import { useCodeActs } from "../../store/codes";
import { invalidate } from "../../store/live-updates";

export type CodeField = "name" | "definition" | "includes" | "excludes" | "example" | "citation";

export function useCodeText(code: CodeRow) {
  const t = useTranslations("codebook.field");
  const { change } = useCodeActs();
  const { clash, ask } = useClash();

  const save = async (field: CodeField, typed: string): Promise<boolean> => {
    const stands = await saveText({
      label: t(field),
      typed,
      was: code[field],
      ask,
      send: (text, was, options) =>
        change(code.id, { [field]: text || null, was: { [field]: was } }, { ...options, quiet: true }),
    });
    if (stands !== null) invalidate({ kinds: ["code"] });
    return stands !== null;
  };
  return { save, clash: clash ? <ChangedMeanwhile clash={clash} /> : null };
}
