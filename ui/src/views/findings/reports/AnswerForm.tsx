import { useRef } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { ChangedMeanwhile } from "../../../components/ChangedMeanwhile";
import { Field } from "../../../components/Field";
import type { ChecklistItem } from "../../../services/shapes";
import { saveText, useClash } from "../../../store/changed-meanwhile";
import { useChecklistActs } from "../../../store/reports";
import type { ChecklistName } from "../../../store/reports";
import { changesOf } from "./answer-drafts";
import type { AnswerDraft } from "./answer-drafts";

interface Props {
  checklist: ChecklistName;
  item: ChecklistItem;
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
  onClose: () => void;
}

/** Somebody's answer to an item: words, where it stands, or that it does not apply; one save. */
export function AnswerForm({ checklist, item, draft, onChange, onClose }: Props) {
  const t = useTranslations("reports.item");
  const common = useTranslations("common.dialog");
  const { answer } = useChecklistActs();
  const { clash, ask } = useClash();
  const isSaving = useRef(false); // nothing is held meanwhile: the focus stays where it is
  const save = async () => {
    if (isSaving.current) return;
    const { text, ...rest } = changesOf(draft);
    isSaving.current = true;
    let isSaved = true;
    if (text !== undefined) {
      const stands = await saveText({
        label: t("text"),
        typed: text ?? "",
        was: draft.was.text,
        ask,
        send: (typed, was, options) =>
          answer(checklist, item.number, { ...rest, text: typed || null, was: { text: was, applies: true } }, options),
      });
      isSaved = stands !== null;
    } else if (Object.keys(rest).length > 0) isSaved = (await answer(checklist, item.number, rest)) !== null;
    isSaving.current = false;
    if (isSaved) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isSave) void save();
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {/* Esc and Ctrl with Enter do what the buttons do. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className="answer-form"
        aria-label={t("label", { number: item.number })}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t("text")}
          hint={t(item.known.length > 0 ? "textHint" : "textHintAlone")}
          value={draft.text}
          rows={4}
          maxLength={10_000}
          autoFocus
          onChange={(text) => onChange({ ...draft, text })}
        />
        <Field
          label={t("where")}
          hint={t("whereHint")}
          value={draft.place}
          maxLength={500}
          onChange={(place) => onChange({ ...draft, place })}
        />
        <label className="answer-applies">
          <input
            type="checkbox"
            checked={!draft.applies}
              onChange={({ target }) => onChange({ ...draft, applies: !target.checked })}
          />
          {t("doesNotApply")}
        </label>
        <div className="row">
          <Button kind="main" size="small" onPress={() => void save()}>
            {common("save")}
          </Button>
          <Button size="small" onPress={onClose}>
            {common("cancel")}
          </Button>
        </div>
      </form>
      {clash ? <ChangedMeanwhile clash={clash} /> : null}
    </>
  );
}
