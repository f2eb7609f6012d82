/** A codebook's file: first what it would change, then it is taken in. */
import { useState } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { useCodeActs } from "../../store/codes";

const READ = [".csv", ".tsv", ".xlsx", ".yaml", ".yml", ".json", ".md", ".txt"];

interface Tried {
  file: File;
  made: number;
  updated: number;
  unchanged: number;
}

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("codebook.import");
  const common = useTranslations("common.dialog");
  const { takeIn } = useCodeActs();
  const [tried, setTried] = useState<Tried | null>(null);
  const [isBusy, setBusy] = useState(false);

  const look = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const done = await takeIn(file, true);
    setBusy(false);
    setTried(done ? { file, ...done } : null);
  };
  const store = async () => {
    if (!tried) return;
    setBusy(true);
    const done = await takeIn(tried.file, false);
    setBusy(false);
    if (done) onClose();
  };
  const changes = tried ? tried.made + tried.updated : 0;
  return (
    <Dialog
      title={t("title")}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={changes === 0 || isBusy} onPress={() => void store()}>
            {t("store")}
          </Button>
        </>
      }
    >
      <p>{t("text")}</p>
      <DropZone
        className="code-drop"
        onDrop={({ items }) => {
          const item = items.find((each) => each.kind === "file");
          if (item?.kind === "file") void item.getFile().then(look);
        }}
      >
        <FileTrigger acceptedFileTypes={READ} onSelect={(files) => void look(files?.[0])}>
          <Button isDisabled={isBusy}>{tried ? t("another") : t("choose")}</Button>
        </FileTrigger>
        <p className="quiet small">{t("drop")}</p>
      </DropZone>
      <div aria-live="polite">
        {tried ? (
          <>
            <p>
              <strong>{tried.file.name}</strong>
            </p>
            <p>{changes === 0 ? t("same", { unchanged: tried.unchanged }) : t("would", { made: tried.made, updated: tried.updated, unchanged: tried.unchanged })}</p>
            {changes > 0 ? <p className="quiet small">{t("nothingGoes")}</p> : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
