import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Kbd } from "../../components/Kbd";
import type { CodeRow } from "../../services/shapes";
import { useCodeActs } from "../../store/codes";
import { ParentSelect } from "./ParentSelect";

interface Props {
  codes: readonly CodeRow[];
  parent: string | null;
  onClose: (code?: string | null) => void;
}

/** A name is enough; Enter makes the code. */
export function NewCodeDialog({ codes, parent: wanted, onClose }: Props) {
  const t = useTranslations("codebook.new");
  const common = useTranslations("common.dialog");
  const { add } = useCodeActs();
  const [name, setName] = useState("");
  const [definition, setDefinition] = useState("");
  const [parent, setParent] = useState(wanted);
  const [error, setError] = useState<string | null>(null);

  const make = async () => {
    if (name.trim() === "") {
      setError(t("needsName"));
      return;
    }
    const saved = await add(
      { name: name.trim(), parent, ...(definition.trim() ? { definition: definition.trim() } : {}) },
      {
        onFailure: (failure) => {
          if (failure.status !== 400) return false;
          setError([failure.sentence, failure.hint].filter(Boolean).join(" "));
          return true;
        },
      },
    );
    if (saved) onClose(saved.ids[0] ?? null);
  };
  return (
    <Dialog
      title={t("title")}
      size="small"
      onClose={() => onClose()}
      footer={
        <>
          <Button onPress={() => onClose()}>{common("cancel")}</Button>
          <Button kind="main" onPress={() => void make()}>
            {t("make")} <Kbd keys="Enter" />
          </Button>
        </>
      }
    >
      <form
        className="code-form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Field
          label={t("name")}
          value={name}
          autoFocus
          maxLength={500}
          error={error}
          onChange={(typed) => {
            setName(typed);
            setError(null);
          }}
        />
        <ParentSelect codes={codes} parent={parent} onChange={setParent} />
        <Field
          label={t("definition")}
          hint={t("definitionHint")}
          value={definition}
          onChange={setDefinition}
          rows={3}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void make();
          }}
        />
      </form>
    </Dialog>
  );
}
