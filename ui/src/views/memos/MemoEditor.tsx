/** Writing a memo: plain text in the reading face, saved by itself when the typing rests. */
import { useEffect, useState, useSyncExternalStore } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";

import { ChangedMeanwhile } from "../../components/ChangedMeanwhile";
import type { MemoRow } from "../../services/shapes";
import { useClash } from "../../store/changed-meanwhile";
import { useMemoActs } from "../../store/memos";
import { MemoDraft } from "./memo-draft";

interface Props {
  memo: MemoRow;
  /** Just made: the text waits to be written. */
  isNew: boolean;
  onLeave: () => void;
}

export function MemoEditor({ memo, isNew, onLeave }: Props) {
  const t = useTranslations("memos");
  const { change } = useMemoActs();
  const { clash, ask } = useClash();
  const [draft] = useState(
    () =>
      new MemoDraft(memo, {
        id: memo.id,
        ask,
        labels: { title: t("field.title"), text: t("field.text") },
        send: (changes, onFailure) => change(memo.id, changes, { quiet: true, onFailure }),
      }),
  );
  const writing = useSyncExternalStore(draft.writing.subscribe, draft.writing.get);
  const { title, text } = memo;
  useEffect(() => draft.take({ title, text }), [draft, title, text]);
  useEffect(() => {
    // What was kept from before is saved at once, or shown beside what is there now.
    void draft.save();
    return () => draft.leave();
  }, [draft]);

  const keyed = (event: KeyboardEvent) => {
    const isSave = (event.key === "Enter" || event.key === "s") && (event.ctrlKey || event.metaKey);
    if (isSave) void draft.save();
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isUntitled = writing.draft.title.trim() === "";
  const save = () => void draft.save();

  return (
    <>
      <input
        className="memo-title"
        aria-label={t("field.title")}
        placeholder={t("field.title")}
        value={writing.draft.title}
        maxLength={500}
        aria-invalid={isUntitled}
        onChange={({ target }) => draft.type({ title: target.value })}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            document.getElementById("memo-text")?.focus();
          } else keyed(event);
        }}
      />
      <textarea
        id="memo-text"
        className="memo-text reading"
        aria-label={t("field.text")}
        placeholder={t("field.textHint")}
        value={writing.draft.text}
        maxLength={200_000}
        autoFocus={isNew}
        onChange={({ target }) => draft.type({ text: target.value })}
        onBlur={save}
        onKeyDown={keyed}
      />
      <p className="memo-status small" role="status">
        {isUntitled ? t("status.untitled") : t(`status.${writing.status}`)}
      </p>
      {clash ? <ChangedMeanwhile clash={clash} /> : null}
    </>
  );
}
