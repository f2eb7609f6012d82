import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { useCoders } from "../../store/study";
import { newSet } from "./definition";
import type { Draft, SetDraft } from "./definition";
import { SetFields } from "./SetFields";
import { useThings } from "./use-things";

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** A definition as a form: cases, outcome, conditions and cuts. */
export function DefineForm({ draft, onChange }: Props) {
  const t = useTranslations("compareQca.form");
  const { things, kinds } = useThings();
  const { data: coders } = useCoders();
  const change = (changes: Partial<Draft>) => onChange({ ...draft, ...changes });
  const changeSet = (at: number, set: SetDraft | null) =>
    change({ conditions: draft.conditions.flatMap((each, place) => (place === at ? (set ? [set] : []) : [each])) });
  const known = (values: readonly string[], chosen: string) =>
    (values.includes(chosen) || chosen === "" ? values : [...values, chosen]).map((value) => ({ value, label: value }));
  return (
    <>
      <div className="qca-set">
        <Field label={t("title")} isRequired value={draft.name} onChange={(name) => change({ name })} />
        <Select label={t("cases")} value={draft.cases} options={known(kinds, draft.cases)} onChange={(cases) => change({ cases })} />
        <Select
          label={t("coder")}
          value={draft.coder}
          options={[{ value: "", label: t("anybody") }, ...known(coders?.map(({ name }) => name) ?? [], draft.coder)]}
          onChange={(coder) => change({ coder })}
        />
      </div>
      <Field label={t("description")} value={draft.description} onChange={(description) => change({ description })} />
      <SetFields legend={t("outcome")} isOutcome draft={draft.outcome} things={things} onChange={(outcome) => change({ outcome })} />
      {draft.conditions.map((each, at) => (
        <SetFields
          key={at} // conditions have no ids, and all that they show stands in the draft
          legend={t("condition", { number: at + 1 })}
          draft={each}
          things={things}
          onChange={(set) => changeSet(at, set)}
          onRemove={draft.conditions.length > 1 ? () => changeSet(at, null) : undefined}
        />
      ))}
      <p>
        <Button size="small" onPress={() => change({ conditions: [...draft.conditions, newSet()] })}>
          {t("add")}
        </Button>
      </p>
      <div className="qca-set">
        <Field label={t("inclusion")} inputMode="decimal" value={draft.inclusion} onChange={(inclusion) => change({ inclusion })} />
        <Field label={t("pri")} inputMode="decimal" value={draft.pri} onChange={(pri) => change({ pri })} />
        <Field label={t("frequency")} inputMode="numeric" value={draft.frequency} onChange={(frequency) => change({ frequency })} />
      </div>
    </>
  );
}
