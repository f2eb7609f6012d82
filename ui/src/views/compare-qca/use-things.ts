/** What a condition can be read from: the attributes and codes of the study. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";

import { useCases } from "../../store/cases";
import { useCodes } from "../../store/codes";

export interface Thing {
  value: string;
  label: string;
  group: string;
  /** The values that an attribute has, where they are few. */
  values: readonly string[];
}

const MOST_VALUES = 12;

export function useThings(): { things: readonly Thing[]; kinds: readonly string[] } {
  const t = useTranslations("compareQca.form");
  const { data: cases } = useCases();
  const { data: codes } = useCodes();
  const things = useMemo((): Thing[] => {
    const attributes = (cases?.attributes ?? []).map(({ id, name }) => {
      const held = new Set((cases?.cases ?? []).flatMap(({ values }) => (values[id] == null ? [] : [String(values[id])])));
      return {
        value: `attribute:${name}`,
        label: name.replaceAll("_", " "),
        group: t("attributes"),
        values: held.size <= MOST_VALUES ? [...held].sort() : [],
      };
    });
    const coded = (codes?.codes ?? []).map(({ path, depth, name }) => ({
      value: `code:${path.join(" > ")}`,
      label: `${"\u00a0\u00a0".repeat(depth)}${name}`,
      group: t("codes"),
      values: [],
    }));
    return [...attributes, ...coded];
  }, [cases, codes, t]);
  const kinds = useMemo(
    () => ["participants", ...Object.keys(cases?.kinds ?? {}).filter((kind) => kind.toLowerCase() !== "person")],
    [cases],
  );
  return { things, kinds };
}
