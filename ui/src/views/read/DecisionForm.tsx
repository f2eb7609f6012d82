/** A decision of constant comparison, with why: one operation and a memo. */

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../components/Button";
import { CodeDot } from "../../components/CodeDot";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Kbd } from "../../components/Kbd";
import type { Span } from "../../services/address";
import type { CodeRow } from "../../services/shapes";
import { useCodeActs } from "../../store/codes";
import { AskBeforeLeaving } from "./AskBeforeLeaving";
import { useReadingView } from "./reading-context";
import type { Decision } from "./reading-context";

const KEPT = "crosscase.decision-begun.";
const WORDS = { same: "same", new_code: "newCode", split: "split", redefine: "redefine" } as const;

interface Props {
  decision: Decision;
  code: CodeRow;
  place: Span;
}

export function DecisionForm({ decision, code, place }: Props) {
  const t = useTranslations("read.compare");
  const common = useTranslations("common.dialog");
  const { source, setOpen, wordsAt } = useReadingView();
  const { decide } = useCodeActs();
  const kept = KEPT + source.id;
  const [memo, setMemo] = useState(() => sessionStorage.getItem(kept) ?? "");
  const [name, setName] = useState("");
  const [definition, setDefinition] = useState(code.definition ?? "");
  const [isTried, setTried] = useState(false);
  const needsName = decision === "new_code" || decision === "split";

  const close = () => setOpen(null);
  const write = (next: string) => {
    setMemo(next);
    sessionStorage.setItem(kept, next);
  };
  const save = async () => {
    setTried(true);
    if (needsName && name.trim() === "") return;
    const saved = await decide(code.id, {
      decision,
      source: source.id,
      start_char: place.start_char,
      end_char: place.end_char,
      ...(memo.trim() ? { text: memo } : {}),
      ...(needsName
        ? {
            new_code: {
              name: name.trim(),
              parent: decision === "split" ? code.id : code.parent,
            },
          }
        : {}),
      ...(decision === "redefine" ? { definition } : {}),
    });
    if (!saved) return;
    sessionStorage.removeItem(kept);
    close();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      title={t(WORDS[decision])}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{common("cancel")}</Button>
          <Button kind="main" onPress={() => void save()}>
            {t("save")} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      {/* Ctrl Enter from any field of the form. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="decision-form" onKeyDown={keyed}>
        {memo.trim() === "" ? null : <AskBeforeLeaving />}
        <p className="row">
          <CodeDot code={code} /> <strong>{code.name}</strong>
        </p>
        <p>{t(`what.${decision}`)}</p>
        <blockquote className="decision-passage">{wordsAt(place).slice(0, 400)}</blockquote>
        {needsName ? (
          <Field
            label={t("name")}
            value={name}
            onChange={setName}
            autoFocus
            error={isTried && name.trim() === "" ? t("needsName") : null}
          />
        ) : null}
        {decision === "redefine" ? (
          <Field
            label={t("definition")}
            value={definition}
            onChange={setDefinition}
            rows={4}
            autoFocus
          />
        ) : null}
        <Field
          label={t("memo")}
          hint={t("memoHint")}
          value={memo}
          onChange={write}
          rows={3}
          autoFocus={decision === "same"}
        />
      </div>
    </Dialog>
  );
}
