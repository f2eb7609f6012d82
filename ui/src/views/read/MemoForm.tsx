/** A memo on the passage in hand. What is typed is kept in this browser until it is saved. */

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Kbd } from "../../components/Kbd";
import { Select } from "../../components/Select";
import type { Span } from "../../services/address";
import type { MemoKind } from "../../services/shapes";
import { useMemoActs } from "../../store/memos";
import { AskBeforeLeaving } from "./AskBeforeLeaving";
import { useReadingView } from "./reading-context";

const KINDS: readonly MemoKind[] = ["analytic", "methodological", "reflexive", "summary"];
const KEPT = "crosscase.memo-begun.";

export function MemoForm({ place }: { place: Span }) {
  const t = useTranslations("read.memos");
  const common = useTranslations("common.dialog");
  const { source, setOpen, wordsAt } = useReadingView();
  const { add } = useMemoActs();
  const kept = KEPT + source.id;
  const [title, setTitle] = useState("");
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? "");
  const [kind, setKind] = useState<MemoKind>("analytic");
  const [isTried, setTried] = useState(false);

  const close = () => setOpen(null);
  const write = (next: string) => {
    setText(next);
    sessionStorage.setItem(kept, next);
  };
  const save = async () => {
    setTried(true);
    if (title.trim() === "") return;
    const { start_char, end_char } = place;
    const saved = await add({
      title: title.trim(),
      text,
      kind,
      passage: { source: source.id, start_char, end_char },
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
      title={t("new")}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{common("cancel")}</Button>
          <Button kind="main" onPress={() => void save()}>
            {common("save")} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      {/* Ctrl Enter from any field of the form. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="decision-form" onKeyDown={keyed}>
        {text.trim() === "" ? null : <AskBeforeLeaving />}
        <blockquote className="decision-passage">{wordsAt(place).slice(0, 400)}</blockquote>
        <Field
          label={t("title")}
          value={title}
          onChange={setTitle}
          autoFocus
          error={isTried && title.trim() === "" ? t("needsTitle") : null}
        />
        <Field label={t("text")} value={text} onChange={write} rows={7} />
        <Select
          label={t("kind")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={setKind}
        />
      </div>
    </Dialog>
  );
}
