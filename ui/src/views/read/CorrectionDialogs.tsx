/** What is asked while the text is corrected: to save, to stop, and after a conflict. */

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../components/Button";
import { CodeDot } from "../../components/CodeDot";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import type { Brief, Correction, SourceText } from "../../services/shapes";
import { differingLines } from "./differing-turns";
import type { CorrectionState } from "./use-correction";

export function CorrectionDialogs({ correction }: { correction: CorrectionState }) {
  const { ask, setAsk } = correction;
  const t = useTranslations("read.correcting");
  if (!ask) return null;
  const close = () => setAsk(null);
  if (ask.what === "preview") {
    return (
      <Preview
        preview={ask.preview}
        onClose={close}
        onSave={(note) => void correction.save(ask.text, note)}
      />
    );
  }
  if (ask.what === "conflict") {
    const { mine, theirs } = ask;
    return (
      <Conflict
        mine={mine}
        theirs={theirs}
        both={correction.bothChanged(mine, theirs)}
        onClose={close}
        onAgain={() => correction.again(mine, theirs)}
      />
    );
  }
  return (
    <Dialog
      title={t("stopTitle")}
      isAlert
      size="small"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t("keep")}</Button>
          <Button kind="danger" onPress={correction.discard}>
            {t("discard")}
          </Button>
        </>
      }
    >
      <p>{t("stopText", { count: correction.lines })}</p>
    </Dialog>
  );
}

interface PreviewProps {
  preview: Correction;
  onClose: () => void;
  onSave: (note: string) => void;
}

function Preview({ preview, onClose, onSave }: PreviewProps) {
  const t = useTranslations("read.correcting");
  const [note, setNote] = useState("");
  return (
    <Dialog
      title={t("previewTitle")}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("keep")}</Button>
          <Button kind="main" autoFocus onPress={() => onSave(note.trim())}>
            {t("save")}
          </Button>
        </>
      }
    >
      <p>{t("kept", { count: preview.kept })}</p>
      <Briefs heading={t("touched", { count: preview.touched.length })} briefs={preview.touched} />
      <Briefs heading={t("lost", { count: preview.lost.length })} briefs={preview.lost} />
      <Field label={t("note")} value={note} onChange={setNote} />
    </Dialog>
  );
}

function Briefs({ heading, briefs }: { heading: string; briefs: readonly Brief[] }) {
  const t = useTranslations("read.correcting");
  if (briefs.length === 0) return null;
  return (
    <section className="briefs">
      <h3>{heading}</h3>
      <ul>
        {briefs.map((brief) => (
          <li key={brief.coding}>
            <p className="row">
              <CodeDot code={{ id: brief.code_id }} /> <strong>{brief.code}</strong>
              {brief.coder ? <span className="quiet small">{brief.coder}</span> : null}
            </p>
            <p>
              <span className="quiet small">{t("was")}</span> <del>{brief.text_before}</del>
            </p>
            {brief.text_now ? (
              <p>
                <span className="quiet small">{t("now")}</span> <ins>{brief.text_now}</ins>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ConflictProps {
  mine: string;
  theirs: SourceText;
  both: number;
  onClose: () => void;
  onAgain: () => void;
}

function Conflict({ mine, theirs, both, onClose, onAgain }: ConflictProps) {
  const t = useTranslations("read.correcting");
  const differences = differingLines(mine, theirs.text);
  return (
    <Dialog
      title={t("conflictTitle")}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("close")}</Button>
          <Button kind="main" onPress={onAgain}>
            {t("again")}
          </Button>
        </>
      }
    >
      <p>{t("conflictText")}</p>
      <div className="versions">
        <h3>{t("mine")}</h3>
        <h3>{t("theirs")}</h3>
        {differences.map((difference, at) => (
          <div key={at} className="version-pair">
            <p>{difference.mine}</p>
            <p>{difference.theirs}</p>
          </div>
        ))}
      </div>
      <p className="quiet">{t("bothHint", { count: both })}</p>
    </Dialog>
  );
}
