import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { Loading } from "../../components/Progress";
import { RecordDialog } from "../../components/RecordDialog";
import { useQcaActs, useQcaWritten } from "../../store/qca";
import { DefineForm } from "./DefineForm";
import { draftOf, newDraft, plainOf } from "./definition";
import type { Draft } from "./definition";

interface Props {
  /** The one that is changed; null for a new one. */
  analysis: string | null;
  onClose: (made?: string) => void;
}

/** A definition, written in a form or as text; what is wrong with it is said on saving. */
export function DefineDialog({ analysis, onClose }: Props) {
  const t = useTranslations("compareQca.define");
  const { data: stored, error } = useQcaWritten(analysis);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [text, setText] = useState<string | null>(null);
  const { define } = useQcaActs();
  const waits = analysis !== null && stored === undefined;
  const first = stored ? draftOf(stored.definition) : analysis === null ? newDraft() : null;
  const shown = draft ?? first;
  // A text that was begun stays; a form that cannot show all of a definition leaves it to the text.
  const asText = text ?? (shown === null && stored ? stored.text : null);
  const sent = asText ?? (shown ? JSON.stringify(plainOf(shown), null, 2) : "");

  return (
    <RecordDialog
      title={analysis === null ? t("new") : t("change")}
      size="wide"
      isReady={!waits && (asText === null ? Boolean(shown?.name.trim()) : asText.trim() !== "")}
      onClose={() => onClose()}
      onSave={async (options) => {
        const saved = await define(sent, options);
        if (saved) onClose(saved.ids[0] ?? analysis ?? undefined);
        return saved;
      }}
    >
      {error ? <ErrorNote error={error} /> : null}
      {waits && !error ? <Loading /> : null}
      {!waits && asText === null && shown ? (
        <>
          <DefineForm draft={shown} onChange={setDraft} />
          <p>
            <Button kind="plain" size="small" onPress={() => setText(draft === null && stored ? stored.text : sent)}>
              {t("asText")}
            </Button>
          </p>
        </>
      ) : null}
      {!waits && asText !== null ? <AsText text={asText} onChange={setText} /> : null}
    </RecordDialog>
  );
}

function AsText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useTranslations("compareQca.define");
  return (
    <>
      <div className="qca-text">
        <Field label={t("text")} hint={t("hint")} rows={18} value={text} onChange={onChange} spellCheck={false} />
      </div>
      <details className="small">
        <summary>{t("help")}</summary>
        <dl className="qca-help">
          {(["cases", "read", "calibrate", "expect", "cuts"] as const).map((word) => (
            <div key={word}>
              <dt>{t(`words.${word}.word`)}</dt>
              <dd>{t(`words.${word}.says`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
