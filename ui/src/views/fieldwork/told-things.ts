/** What is missing or to do, in the words of the page: by its name and what it names. */
import { useFormatter, useTranslations } from "use-intl";

interface Told {
  slug: string;
  /** How the desk says it, for what the page has no words of its own for. */
  sentence: string;
  values: Record<string, string>;
}

type Word = "bounced";

/** Says a thing; `part` is the part of the catalogue that knows it. */
export function useTold(part: "told" | "todo.told"): (thing: Told) => string {
  const t = useTranslations("fieldwork");
  const format = useFormatter();
  return ({ slug, sentence, values }) => {
    const key = `${part}.${slug as Word}` as const;
    if (!t.has(key)) return sentence;
    const { day, days } = values;
    return t(key, {
      ...values,
      hasDay: String(Boolean(day)),
      day: day ? format.dateTime(new Date(`${day}T12:00`), { day: "numeric", month: "short", year: "numeric" }) : "",
      days: Number(days ?? 0),
    });
  };
}
