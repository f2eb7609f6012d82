import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import type { Failure } from "../../services/failure";
import type { FrameTaken } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";

interface Props {
  /** With the frame that was made, if any. */
  onClose: (made: string | null) => void;
}

/** Take a table of candidate cases: choose the file, see what it would bring, then one step. */
export function ImportFrameDialog({ onClose }: Props) {
  const t = useTranslations("frames.import");
  const common = useTranslations("common.dialog");
  const { tryFile, takeFile } = useFrameActs();
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState("");
  const [unit, setUnit] = useState("");
  const [citation, setCitation] = useState("");
  const [tried, setTried] = useState<FrameTaken | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isStoring, setStoring] = useState(false);
  const onFailure = (error: Failure) => {
    setTried(null);
    setFailure(error);
    return true;
  };
  const askedOf = (chosen: File, called: string) => ({
    file: chosen,
    name: called.trim(),
    ...(unit.trim() ? { unit: unit.trim() } : {}),
    ...(citation.trim() ? { citation: citation.trim() } : {}),
  });

  const look = async (chosen: File | undefined) => {
    if (!chosen) return;
    const called = name.trim() || chosen.name.replace(/\.\w+$/, "").replace(/[_-]+/g, " ");
    setFile(chosen);
    setName(called);
    setFailure(null);
    setTried(await tryFile(askedOf(chosen, called), { onFailure }));
  };
  const isReady = file !== null && tried !== null && name.trim() !== "" && !isStoring;
  const store = async () => {
    if (!isReady) return;
    setStoring(true);
    const taken = await takeFile(askedOf(file, name), { onFailure });
    setStoring(false);
    if (taken) onClose(taken.saved?.ids[0] ?? null);
  };

  return (
    <Dialog
      title={t("title")}
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onPress={() => onClose(null)}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={!isReady} onPress={() => void store()}>
            {t("take")}
          </Button>
        </>
      }
    >
      <p>{t("how")}</p>
      <div className="row">
        <FileTrigger acceptedFileTypes={[".csv", ".tsv", ".xlsx", "text/csv"]} onSelect={(files) => void look(files?.[0])}>
          <Button>{t(file ? "another" : "file")}</Button>
        </FileTrigger>
        <span className="quiet small">{file ? file.name : t("fileKinds")}</span>
      </div>
      <Field label={t("name")} value={name} onChange={setName} maxLength={500} />
      <Field label={t("unit")} value={unit} onChange={setUnit} maxLength={500} hint={t("unitHint")} />
      <Field label={t("citation")} value={citation} onChange={setCitation} maxLength={2000} />
      {failure ? <ErrorNote error={failure} /> : null}
      {tried ? <WhatComes taken={tried} /> : null}
    </Dialog>
  );
}

function WhatComes({ taken }: { taken: FrameTaken }) {
  const t = useTranslations("frames.import");
  const missing = Object.entries(taken.missing);
  return (
    <div className="frame-comes" role="status">
      <p>
        {taken.is_new
          ? t("new", { cases: taken.cases })
          : t("replaces", { name: taken.name, added: taken.added, removed: taken.removed, changed: taken.changed })}
      </p>
      {taken.guessed.length > 0 ? <p className="quiet small">{t("guessed", { names: taken.guessed.join(", ") })}</p> : null}
      {missing.map(([characteristic, count]) => (
        <p key={characteristic} className="quiet small">
          {t("missing", { characteristic, count })}
        </p>
      ))}
      {taken.groupings_dropped.length > 0 ? (
        <p className="frame-warning small">{t("dropped", { names: taken.groupings_dropped.join(", ") })}</p>
      ) : null}
    </div>
  );
}
