import { useTranslations } from "use-intl";

import { keyOf } from "./field-choices";
import type { ChoiceWord } from "./field-choices";

/** The study's own words in the language of the page; others stand as they were written. */
export function useChoiceWords() {
  const t = useTranslations("fieldwork.words");
  const shown = (word: string) => {
    const key = keyOf(word as ChoiceWord);
    return t.has(key) ? t(key) : word;
  };
  /** What a list offers: nothing said, the usual words, and one that stands already. */
  const options = (words: readonly string[], now = "") => [
    { value: "", label: t("none") },
    ...[...words, ...(now && !words.includes(now) ? [now] : [])].map((word) => ({
      value: word,
      label: shown(word),
    })),
  ];
  return { shown, options };
}
