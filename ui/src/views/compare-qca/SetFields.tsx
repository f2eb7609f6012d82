import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Field } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { Select } from "../../components/Select";
import { COUNTS, HOWS, VALENCES, isMulti } from "./definition";
import type { How, SetDraft } from "./definition";
import type { Thing } from "./use-things";

interface Props {
  legend: string;
  draft: SetDraft;
  things: readonly Thing[];
  /** The outcome has no expectation, and no levels. */
  isOutcome?: boolean;
  onChange: (draft: SetDraft) => void;
  onRemove?: (() => void) | undefined;
}

/** One condition, or the outcome: its name, what it is read from, and from where on a case has it. */
export function SetFields({ legend, draft, things, isOutcome = false, onChange, onRemove }: Props) {
  const t = useTranslations("compareQca.form");
  const change = (changes: Partial<SetDraft>) => onChange({ ...draft, ...changes });
  const isCode = draft.thing.startsWith("code:");
  const thing = things.find(({ value }) => value === draft.thing);
  const known = thing || draft.thing === "" ? things : [...things, { value: draft.thing, label: draft.thing.slice(draft.thing.indexOf(":") + 1), group: "", values: [] }];
  const named = (how: How) => how === "values" || how === "levels";
  const chooseHow = (how: How) => {
    const first = named(how) ? (thing?.values ?? []).map((value) => `${value} = 0`).join("; ") : "";
    change({ how, numbers: named(how) ? first : how === "cut" ? "1" : "", expect: "" });
  };
  return (
    <fieldset className="qca-set">
      <legend>{legend}</legend>
      <Field label={t("name")} value={draft.name} placeholder={t("nameExample")} onChange={(name) => change({ name })} />
      <Select
        label={t("thing")}
        value={draft.thing}
        options={[{ value: "", label: t("choose") }, ...known.map(({ value, label, group }) => ({ value, label, ...(group ? { group } : {}) }))]}
        onChange={(value) => change({ thing: value })}
      />
      {isCode ? (
        <>
          <Select
            label={t("count")}
            value={draft.count}
            options={COUNTS.map((value) => ({ value, label: t(`counts.${COUNT_KEYS[value]}`) }))}
            onChange={(count) => change({ count })}
          />
          <Select
            label={t("valence")}
            value={draft.valence}
            options={[{ value: "", label: t("anyValence") }, ...VALENCES.map((value) => ({ value, label: t(`valences.${value}`) }))]}
            onChange={(valence) => change({ valence })}
          />
        </>
      ) : null}
      <Select<How>
        label={t("how")}
        value={draft.how}
        options={HOWS.filter((how) => !(isOutcome && isMulti(how)) && !(isCode && (how === "yes" || named(how)))).map(
          (value) => ({ value, label: t(`hows.${value}`) }),
        )}
        onChange={chooseHow}
      />
      {draft.how === "yes" || draft.how === "membership" ? null : (
        <Field
          label={t(`numbers.${draft.how}`)}
          value={draft.numbers}
          placeholder={t(`examples.${draft.how}`)}
          onChange={(numbers) => change({ numbers })}
        />
      )}
      {isOutcome ? null : isMulti(draft.how) ? (
        <Field label={t("expectLevels")} value={draft.expect} placeholder="1; 2" onChange={(expect) => change({ expect })} />
      ) : (
        <Select
          label={t("expect")}
          value={draft.expect}
          options={(["", "present", "absent"] as const).map((value) => ({ value, label: t(`expects.${value || "none"}`) }))}
          onChange={(expect) => change({ expect })}
        />
      )}
      {onRemove ? (
        <IconButton label={t("removeSet", { name: draft.name })} onPress={onRemove}>
          <Icon name="close" />
        </IconButton>
      ) : null}
    </fieldset>
  );
}

const COUNT_KEYS = {
  passages: "passages",
  participants: "participants",
  "share of participants": "shareParticipants",
  "share of passages": "sharePassages",
} as const;
