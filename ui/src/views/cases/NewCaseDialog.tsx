import { useId, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import type { Failure } from "../../services/failure";
import type { Cases } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { ALL, PERSON, orderedKinds } from "./grid-columns";
import { GroupPicker } from "./GroupPicker";
import { KNOWN_KINDS } from "./kind-names";

/** The everyday word, which the desk knows for a person. */
const PARTICIPANT = "participant";

interface Props {
  cases: Cases;
  /** The kind that is looked at. */
  kind: string;
  onMade: (id: string) => void;
  onClose: () => void;
}

/** One new case: its name, its kind, and what it lies in. */
export function NewCaseDialog({ cases, kind: shown, onMade, onClose }: Props) {
  const t = useTranslations("cases.new");
  const common = useTranslations("common.dialog");
  const { add } = useCaseActs();
  const list = useId();
  const [name, setName] = useState("");
  const [kind, setKind] = useState(shown === ALL || shown === PERSON ? PARTICIPANT : shown);
  const [group, setGroup] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const kinds = orderedKinds(new Set([...KNOWN_KINDS, ...Object.keys(cases.kinds)]));
  const isReady = name.trim() !== "" && kind.trim() !== "";

  const save = async () => {
    if (!isReady) return;
    const saved = await add(
      { name: name.trim(), kind: kind.trim(), ...(group ? { groups: [group] } : {}) },
      {
        onFailure: (error) => {
          setFailure(error);
          return true;
        },
      },
    );
    if (!saved) return;
    if (saved.ids[0]) onMade(saved.ids[0]);
    onClose();
  };

  return (
    <Dialog
      title={t("title")}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={!isReady} onPress={() => void save()}>
            {t("add")}
          </Button>
        </>
      }
    >
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("name")} value={name} onChange={setName} isRequired autoFocus hint={t("nameHint")} />
        <Field label={t("kind")} value={kind} onChange={setKind} list={list} isRequired hint={t("kindHint")} />
        <datalist id={list}>
          {kinds.map((each) => (
            <option key={each} value={each === PERSON ? PARTICIPANT : each} />
          ))}
        </datalist>
        <GroupPicker
          label={t("in")}
          choices={cases.cases.filter((row) => row.kind !== PERSON && row.kind !== kind)}
          value={group}
          onChange={setGroup}
        />
        {failure ? <ErrorNote error={failure} /> : null}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
