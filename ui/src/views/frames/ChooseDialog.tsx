import { useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { FrameWhole } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";
import { ChoiceFields } from "./ChoiceFields";
import { TriedChoice } from "./TriedChoice";
import { METHODS, choiceAsked, isComplete, knownNames } from "./choice";
import type { Choice } from "./choice";
import { useTried } from "./use-tried";

interface Props {
  frame: FrameWhole;
  onClose: (isMade: boolean) => void;
}

/** Choose cases: what is asked is tried at once, so that the set is seen before it is kept. */
export function ChooseDialog({ frame, onClose }: Props) {
  const t = useTranslations("frames.choose");
  const { tryChoice, choose } = useFrameActs();
  const [choice, setChoice] = useState<Choice>({
    method: "maximum-variation",
    size: "3",
    characteristics: knownNames(frame).filter((name) => frame.groupings.some((each) => each.name === name)),
    eligible: "",
    rules: "",
    notAllOne: "",
    constraints: "",
    strata: "",
    share: "proportional",
    counts: {},
    seed: "1",
    cases: [],
    pick: 1,
    reason: "",
    name: "",
  });
  const change = (changes: Partial<Choice>) => setChoice({ ...choice, pick: 1, ...changes });
  const isReady = isComplete(choice);
  const { tried, failure } = useTried(isReady ? choiceAsked(frame.id, choice) : null, tryChoice);
  return (
    <RecordDialog
      title={t("title")}
      save={t("keep")}
      size="normal"
      isReady={isReady && tried !== null && failure === null}
      onSave={async (acting) => {
        const saved = await choose({ ...choiceAsked(frame.id, choice), name: choice.name.trim() || null }, acting);
        if (saved) onClose(true);
        return null;
      }}
      onClose={() => onClose(false)}
    >
      <Select
        label={t("method")}
        value={choice.method}
        options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
        onChange={(method) => change({ method })}
      />
      <ChoiceFields frame={frame} choice={choice} onChange={change} />
      {tried && isReady && failure === null ? (
        <TriedChoice tried={tried} pick={choice.pick} onPick={(pick) => setChoice({ ...choice, pick })} />
      ) : null}
      {failure && isReady ? <ErrorNote error={failure} /> : null}
      <Field
        label={t("reason")}
        rows={2}
        value={choice.reason}
        onChange={(reason) => setChoice({ ...choice, reason })}
        hint={t(choice.method === "manual" || choice.pick > 1 ? "reasonNeeded" : "reasonHint")}
      />
      <Field label={t("name")} value={choice.name} onChange={(name) => setChoice({ ...choice, name })} hint={t("nameHint")} />
    </RecordDialog>
  );
}
