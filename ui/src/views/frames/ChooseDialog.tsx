import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import type { Failure } from "../../services/failure";
import type { ChoiceTried, FrameWhole } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";
import { CheckList } from "./CheckList";
import { TriedChoice } from "./TriedChoice";
import { choiceAsked, isComplete, knownNames } from "./choice";
import type { Choice } from "./choice";

const METHODS = ["maximum-variation", "random", "manual"] as const;
const PAUSE_MS = 250; // while somebody types a number nothing is tried

interface Props {
  frame: FrameWhole;
  onClose: (isMade: boolean) => void;
}

/** Choose cases: what is asked is tried at once, so that the set is seen before it is kept. */
export function ChooseDialog({ frame, onClose }: Props) {
  const t = useTranslations("frames.choose");
  const { tryChoice, choose } = useFrameActs();
  const known = knownNames(frame);
  const [choice, setChoice] = useState<Choice>({
    method: "maximum-variation",
    size: "3",
    characteristics: known.filter((name) => frame.groupings.some((each) => each.name === name)),
    eligible: "",
    notAllOne: "",
    seed: "1",
    cases: [],
    pick: 1,
    reason: "",
    name: "",
  });
  const [tried, setTried] = useState<ChoiceTried | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = (changes: Partial<Choice>) => setChoice({ ...choice, pick: 1, ...changes });
  const asked = JSON.stringify(isComplete(choice) ? choiceAsked(frame.id, choice) : null);

  // An answer that comes late for an earlier choice is let go.
  useEffect(() => {
    const body = JSON.parse(asked) as ReturnType<typeof choiceAsked> | null;
    if (body === null) return;
    let isLatest = true;
    const timer = setTimeout(() => {
      void tryChoice(body, {
        onFailure: (error) => {
          if (isLatest) setFailure(error);
          if (isLatest) setTried(null);
          return true;
        },
      }).then((answered) => {
        if (!isLatest || !answered || !("equally_good" in answered)) return;
        setFailure(null);
        setTried(answered);
      });
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- tried anew when what is asked is another
  }, [asked]);

  const isVariation = choice.method === "maximum-variation";
  return (
    <RecordDialog
      title={t("title")}
      save={t("keep")}
      size="normal"
      isReady={isComplete(choice) && tried !== null && failure === null}
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
      {choice.method === "manual" ? (
        <CheckList
          label={t("cases")}
          options={frame.cases.map(({ id, label }) => ({ value: id, label }))}
          chosen={choice.cases}
          onChange={(cases) => change({ cases })}
        />
      ) : (
        <>
          <Field label={t("size")} inputMode="numeric" value={choice.size} onChange={(size) => change({ size })} />
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
            onChange={(eligible) => change({ eligible })}
          />
        </>
      )}
      {isVariation ? (
        <>
          <CheckList
            label={t("characteristics")}
            options={known.map((name) => ({ value: name, label: name }))}
            chosen={choice.characteristics}
            onChange={(characteristics) => change({ characteristics })}
          />
          <Select
            label={t("notAllOne")}
            value={choice.notAllOne}
            options={[{ value: "", label: t("noConstraint") }, ...known.map((name) => ({ value: name, label: name }))]}
            onChange={(notAllOne) => change({ notAllOne })}
          />
        </>
      ) : null}
      {choice.method === "random" ? (
        <Field label={t("seed")} inputMode="numeric" value={choice.seed} onChange={(seed) => change({ seed })} hint={t("seedHint")} />
      ) : null}
      {tried && failure === null ? (
        <TriedChoice tried={tried} pick={choice.pick} onPick={(pick) => setChoice({ ...choice, pick })} />
      ) : null}
      {failure ? <ErrorNote error={failure} /> : null}
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
