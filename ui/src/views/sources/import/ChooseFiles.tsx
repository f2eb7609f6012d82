import { useTranslations } from "use-intl";

import { useImportDesk } from "../../../store/import-desk";
import type { useImporting } from "../../../store/import-desk";
import { FileButtons } from "./FileButtons";
import { ReadingOptions } from "./ReadingOptions";

/** The first step: which files, and how they are read. */
export function ChooseFiles({ importing }: { importing: ReturnType<typeof useImporting> }) {
  const t = useTranslations("sources");
  const { reading, set } = useImportDesk();
  return (
    <>
      <div className="import-drop">
        <p className="import-drop-title">{t("import.dropHere")}</p>
        <p className="quiet small">{t("empty.kinds", { kinds: t("empty.kindList") })}</p>
        <div className="row">
          <FileButtons onFiles={(files) => void importing.add(files)} isFirst />
        </div>
      </div>
      <ReadingOptions reading={reading} onChange={(next) => set({ reading: next })} />
    </>
  );
}
