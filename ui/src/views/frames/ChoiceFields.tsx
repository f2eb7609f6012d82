import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import type { FrameWhole } from "../../services/shapes";
import { CheckList } from "./CheckList";
import { SHARES, groupsOf, knownNames, strataNames } from "./choice";
import type { Choice } from "./choice";

interface Props {
  frame: FrameWhole;
  choice: Choice;
  onChange: (changes: Partial<Choice>) => void;
}

const NUMBERED: readonly Choice["method"][] = ["maximum-variation", "random", "stratified"];
const DRAWN: readonly Choice["method"][] = ["random", "stratified", "quota"];

/** What a method of choosing needs to know. */
export function ChoiceFields({ frame, choice, onChange }: Props) {
  const t = useTranslations("frames.choose");
  const { method } = choice;
  if (method === "manual")
    return (
      <CheckList
        label={t("cases")}
        options={frame.cases.map(({ id, label }) => ({ value: id, label }))}
        chosen={choice.cases}
        onChange={(cases) => onChange({ cases })}
      />
    );
  const isByStrata = method === "stratified" || method === "quota";
  const isCounted = method === "quota" || (method === "stratified" && choice.share === "counts");
  return (
    <>
      {isByStrata ? <Strata frame={frame} choice={choice} onChange={onChange} /> : null}
      {NUMBERED.includes(method) && !isCounted ? (
        <Field label={t("size")} inputMode="numeric" value={choice.size} onChange={(size) => onChange({ size })} />
      ) : null}
      {isCounted
        ? groupsOf(frame, choice.strata).map((group) => (
            <Field
              key={group}
              label={t("countOf", { group })}
              inputMode="numeric"
              value={choice.counts[group] ?? ""}
              onChange={(count) => onChange({ counts: { ...choice.counts, [group]: count } })}
            />
          ))
        : null}
      <Select
        label={t("eligible")}
        value={choice.eligible}
        options={[
          { value: "", label: t("everyCase") },
          ...frame.groupings.flatMap((grouping) =>
            grouping.groups.map(({ label }) => ({
              value: `${grouping.name} is ${label}`,
              label: t("ofGroup", { grouping: grouping.name, group: label }),
            })),
          ),
        ]}
        onChange={(eligible) => onChange({ eligible })}
      />
      <Field
        label={t(method === "criterion" ? "criterion" : "rules")}
        rows={2}
        value={choice.rules}
        onChange={(rules) => onChange({ rules })}
        hint={t("rulesHint")}
      />
      {method === "maximum-variation" ? <Variation frame={frame} choice={choice} onChange={onChange} /> : null}
      {DRAWN.includes(method) ? (
        <Field
          label={t("seed")}
          inputMode="numeric"
          value={choice.seed}
          onChange={(seed) => onChange({ seed })}
          hint={t("seedHint")}
        />
      ) : null}
    </>
  );
}

function Strata({ frame, choice, onChange }: Props) {
  const t = useTranslations("frames.choose");
  return (
    <>
      <Select
        label={t(choice.method === "quota" ? "quotas" : "strata")}
        value={choice.strata}
        options={[
          { value: "", label: t("chooseStrata") },
          ...strataNames(frame).map((name) => ({ value: name, label: name })),
        ]}
        onChange={(strata) => onChange({ strata, counts: {} })}
      />
      {choice.method === "stratified" ? (
        <Select
          label={t("share")}
          value={choice.share}
          options={SHARES.map((value) => ({ value, label: t(`shares.${value}`) }))}
          onChange={(share) => onChange({ share })}
        />
      ) : null}
    </>
  );
}

function Variation({ frame, choice, onChange }: Props) {
  const t = useTranslations("frames.choose");
  const options = knownNames(frame).map((name) => ({ value: name, label: name }));
  return (
    <>
      <CheckList
        label={t("characteristics")}
        options={options}
        chosen={choice.characteristics}
        onChange={(characteristics) => onChange({ characteristics })}
      />
      <Select
        label={t("notAllOne")}
        value={choice.notAllOne}
        options={[{ value: "", label: t("noConstraint") }, ...options]}
        onChange={(notAllOne) => onChange({ notAllOne })}
      />
      <Field
        label={t("constraints")}
        rows={2}
        value={choice.constraints}
        onChange={(constraints) => onChange({ constraints })}
        hint={t("constraintsHint")}
      />
    </>
  );
}
