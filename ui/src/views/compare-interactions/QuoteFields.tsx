import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { useSources } from "../../store/sources";

export interface Quote {
  source: string;
  quote: string;
}

interface Props {
  said: Quote;
  onChange: (said: Quote) => void;
  isRequired?: boolean;
}

/** A passage by its source and its words. */
export function QuoteFields({ said, onChange, isRequired = false }: Props) {
  const t = useTranslations("compareInteractions.quote");
  const { data: sources } = useSources();
  return (
    <>
      <Select
        label={t("source")}
        value={said.source}
        options={[
          { value: "", label: t("noSource") },
          ...(sources?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(source) => onChange({ ...said, source })}
      />
      <Field
        label={t("words")}
        hint={t("wordsHint")}
        rows={4}
        value={said.quote}
        isRequired={isRequired}
        onChange={(quote) => onChange({ ...said, quote })}
      />
    </>
  );
}
