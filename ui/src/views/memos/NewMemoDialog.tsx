import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Kbd } from "../../components/Kbd";
import { Select } from "../../components/Select";
import type { MemoKind } from "../../services/shapes";
import { useMemoActs } from "../../store/memos";
import { useNames } from "../../store/study";
import { KINDS } from "./memo-filter";

interface Props {
  /** What it will hang on. */
  about: string | null;
  onClose: (made: string | null) => void;
}

/** A title is enough; the text is written on the page. */
export function NewMemoDialog({ about, onClose }: Props) {
  const t = useTranslations("memos");
  const common = useTranslations("common.dialog");
  const { add } = useMemoActs();
  const names = useNames(about !== null);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<MemoKind>("analytic");
  const [isTried, setTried] = useState(false);
  const thing = names.find(({ id }) => id === about);

  const make = async () => {
    setTried(true);
    if (title.trim() === "") return;
    const saved = await add({ title: title.trim(), kind, ...(about ? { about } : {}) });
    if (saved) onClose(saved.ids[0] ?? null);
  };
  return (
    <Dialog
      title={t("new.title")}
      size="small"
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onPress={() => onClose(null)}>{common("cancel")}</Button>
          <Button kind="main" onPress={() => void make()}>
            {t("new.write")} <Kbd keys="Enter" />
          </Button>
        </>
      }
    >
      <form
        className="memo-form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Field
          label={t("field.title")}
          value={title}
          onChange={setTitle}
          autoFocus
          maxLength={500}
          error={isTried && title.trim() === "" ? t("new.needsTitle") : null}
        />
        <Select
          label={t("facts.kind")}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <p className="quiet small">{t(`kindHint.${kind}`)}</p>
        {thing ? <p>{t("new.about", { name: thing.name })}</p> : null}
      </form>
    </Dialog>
  );
}
