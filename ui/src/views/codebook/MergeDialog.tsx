/** Into which code, what would change, and both definitions side by side. */
import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CodeDot } from "../../components/CodeDot";
import { CodePicker } from "../../components/CodePicker";
import { Dialog } from "../../components/Dialog";
import type { CodeRow } from "../../services/shapes";
import { useCodeActs, useMergePreview } from "../../store/codes";

interface Props {
  code: CodeRow;
  codes: readonly CodeRow[];
  onClose: (code?: string | null) => void;
}

export function MergeDialog({ code, codes, onClose }: Props) {
  const t = useTranslations("codebook.merge");
  const common = useTranslations("common.dialog");
  const { merge } = useCodeActs();
  const [into, setInto] = useState<CodeRow | null>(null);
  const [isMerging, setMerging] = useState(false);
  // Once they are merged there is nothing to look ahead to.
  const { data: preview, error } = useMergePreview(code.id, isMerging ? null : (into?.id ?? null));
  const close = () => onClose();
  const save = async () => {
    if (!into || !preview) return;
    setMerging(true);
    if (await merge(code.id, into.id)) onClose(into.id);
    else setMerging(false);
  };

  if (!into)
    return (
      <Dialog title={t("title", { name: code.name })} onClose={close}>
        <p>{t("which")}</p>
        <div className="code-pick">
          <CodePicker
            codes={codes.filter(({ id }) => id !== code.id)}
            onPick={(id) => setInto(codes.find((each) => each.id === id) ?? null)}
            onClose={close}
          />
        </div>
      </Dialog>
    );
  return (
    <Dialog
      title={t("titleInto", { name: code.name, into: into.name })}
      size="wide"
      onClose={close}
      footer={
        <>
          <Button onPress={() => setInto(null)}>{t("another")}</Button>
          <Button onPress={close}>{common("cancel")}</Button>
          <Button kind="main" autoFocus onPress={() => void save()}>
            {t("merge")}
          </Button>
        </>
      }
    >
      <div className="code-pair">
        <Side title={t("goes")} code={code} />
        <Side title={t("stays")} code={into} />
      </div>
      <div className="code-preview" aria-live="polite">
        {preview ? (
          <>
            <p>{t("preview", { ...preview, into: into.name })}</p>
            {preview.already_there > 0 ? <p>{t("alreadyThere", { count: preview.already_there, into: into.name })}</p> : null}
            {preview.subcodes > 0 ? <p>{t("subcodes", { count: preview.subcodes, into: into.name })}</p> : null}
            <p className="quiet">{t("after", { name: code.name, into: into.name })}</p>
          </>
        ) : null}
        {error ? <p className="field-error">{error.message}</p> : null}
      </div>
    </Dialog>
  );
}

function Side({ title, code }: { title: string; code: CodeRow }) {
  const t = useTranslations("codebook");
  const rows = (["definition", "includes", "excludes", "example"] as const).map((field) => [field, code[field]] as const);
  return (
    <section aria-label={title}>
      <h3 className="label">{title}</h3>
      <p className="code-side-name">
        <CodeDot code={code} /> {code.name}
      </p>
      <p className="quiet small">{t("merge.has", { passages: code.counts.passages, participants: code.counts.participants })}</p>
      <dl className="code-facts">
        {rows.map(([field, text]) => (
          <div key={field}>
            <dt>{t(`field.${field}`)}</dt>
            <dd className={text ? undefined : "quiet"}>{text ?? t("merge.nothing")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
