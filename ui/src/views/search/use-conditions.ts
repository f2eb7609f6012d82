/** What a question can be narrowed to: the codes, cases, values and sources of this study. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";

import { useCases } from "../../store/cases";
import { useCodes } from "../../store/codes";
import { useSources } from "../../store/sources";
import { quoted } from "./query-words";

export interface Condition {
  /** As it stands in a question. */
  condition: string;
  name: string;
  detail?: string;
}

interface Group {
  name: string;
  choices: Condition[];
}

const PERSON = "person";
/** Values of these stand for themselves; of numbers and days one asks for a range. */
const LISTED = new Set(["text", "choice", "truth"]);

export function useConditions(): Group[] {
  const t = useTranslations("search.narrow");
  const { data: codes } = useCodes();
  const { data: cases } = useCases();
  const { data: sources } = useSources();

  return useMemo(() => {
    const names = countsOf((codes?.codes ?? []).map(({ name }) => name));
    const ofCodes = (codes?.codes ?? []).map(({ name, path }): Condition => {
      const above = path.slice(0, -1);
      // A name that several codes bear is asked for by its path.
      const isAlone = names.get(name.toLowerCase()) === 1;
      const asked = isAlone ? name : above.length > 0 ? [...above, name].join(" > ") : `> ${name}`;
      return { condition: `code:${quoted(asked)}`, name, ...(above.length > 0 ? { detail: above.join(" > ") } : {}) };
    });
    const kinds = Object.entries(cases?.kinds ?? {})
      .filter(([kind]) => kind !== PERSON)
      .sort(([, a], [, b]) => a - b)
      .map(([kind]) => kind);
    const ofKinds = kinds.map((kind): Group => {
      const own = (cases?.cases ?? []).filter((each) => each.kind === kind);
      const choices = own.map(({ name }) => ({ condition: `${quoted(kind)}:${quoted(name)}`, name }));
      return { name: kind.charAt(0).toLocaleUpperCase() + kind.slice(1), choices };
    });
    const values = (cases?.attributes ?? [])
      .filter(({ type }) => LISTED.has(type))
      .flatMap(({ id, name }) => {
        const held = new Set((cases?.cases ?? []).flatMap((each) => (each.values[id] ?? null) === null ? [] : [String(each.values[id])]));
        return [...held].sort().map((value): Condition => {
          return { condition: `${quoted(name)}:${quoted(value)}`, name: value, detail: name.replaceAll("_", " ") };
        });
      });
    const ofSources = (sources?.rows ?? []).map(({ name }) => ({ condition: `source:${quoted(name)}`, name }));
    return [
      ...ofKinds,
      { name: t("attribute"), choices: values },
      { name: t("code"), choices: ofCodes },
      { name: t("source"), choices: ofSources },
    ];
  }, [t, codes, cases, sources]);
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return counts;
}
