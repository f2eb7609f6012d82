/** Which memos: by words, kind, author and what they hang on. */
import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { Field } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { Select } from "../../components/Select";
import { useCoders, useNames } from "../../store/study";
import { ThingDialog } from "./ThingDialog";
import { ABOUT_KINDS, KINDS } from "./memo-filter";
import type { Filter } from "./memo-filter";

interface Props {
  filter: Filter;
  onChange: (changes: Partial<Filter>) => void;
  shown: number;
  total: number;
}

export function MemoFilters({ filter, onChange, shown, total }: Props) {
  const t = useTranslations("memos");
  const { data: coders = [] } = useCoders();
  const names = useNames();
  const [isPicking, setPicking] = useState(false);
  const thing = filter.about || filter.source;
  const name = names.find(({ id }) => id === thing)?.name ?? t("filter.thing");
  return (
    <div className="memo-filters" id="memo-filters">
      <Field
        label={t("filter.words")}
        isLabelUnseen
        type="search"
        placeholder={t("filter.words")}
        value={filter.words}
        onChange={(words) => onChange({ words })}
      />
      <div className="memo-filter-row">
        <Select
          label={t("filter.kind")}
          isLabelUnseen
          value={filter.kind}
          onChange={(kind) => onChange({ kind })}
          options={[{ value: "", label: t("filter.allKinds") }, ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        <Select
          label={t("filter.author")}
          isLabelUnseen
          value={filter.author}
          onChange={(author) => onChange({ author })}
          options={[{ value: "", label: t("filter.allAuthors") }, ...coders.map((coder) => ({ value: coder.id, label: coder.name }))]}
        />
        <Select
          label={t("filter.on")}
          isLabelUnseen
          value={filter.on}
          onChange={(on) => onChange({ on })}
          options={[{ value: "", label: t("filter.onAny") }, ...ABOUT_KINDS.map((value) => ({ value, label: t(`filter.onKind.${value}`) }))]}
        />
        {thing ? (
          <span className="chip accent memo-thing">
            <span className="memo-thing-name">{name}</span>
            <IconButton label={t("filter.noThing", { name })} onPress={() => onChange({ about: "", source: "" })}>
              <Icon name="close" />
            </IconButton>
          </span>
        ) : (
          <Button size="small" onPress={() => setPicking(true)}>
            {t("filter.oneThing")}
          </Button>
        )}
      </div>
      <p className="quiet small" role="status">
        {shown === total ? t("filter.count", { total }) : t("filter.countOf", { shown, total })}
      </p>
      {isPicking ? (
        <ThingDialog
          title={t("filter.pick")}
          onClose={() => setPicking(false)}
          onPick={({ kind, id }) => {
            setPicking(false);
            onChange(kind === "source" ? { source: id, about: "" } : { about: id, source: "" });
          }}
        />
      ) : null}
    </div>
  );
}
