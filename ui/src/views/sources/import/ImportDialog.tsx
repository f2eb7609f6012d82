import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { ErrorNote } from "../../../components/ErrorNote";
import { useImportDesk } from "../../../store/import-desk";
import type { useImporting } from "../../../store/import-desk";
import { useImport } from "../../../store/imports";
import { ChooseFiles } from "./ChooseFiles";
import { LookOver } from "./LookOver";
import { OnTheWay } from "./OnTheWay";
import { TablesAmongThem } from "./TablesAmongThem";

interface Props {
  importing: ReturnType<typeof useImporting>;
}

/** From choosing files to storing them; closed before that, the import waits. */
export function ImportDialog({ importing }: Props) {
  const t = useTranslations("sources.import");
  const { isOpen, files, tables, sent, id, chosen, set } = useImportDesk();
  const { data: job, error } = useImport(id);
  if (!isOpen) return null;

  const isChoosing = Object.keys(chosen).length > 0;
  const isOnTheWay = sent !== null || (id !== null && !job && !error) || (job?.phase === "reading" && !isChoosing);
  const isToLookOver = job !== undefined && !isOnTheWay && id !== null;
  const count = job?.sources.filter((source) => !(chosen[source.index]?.leave_out ?? source.left_out)).length ?? 0;

  return (
    <Dialog
      title={t("title")}
      size={isToLookOver ? "wide" : "normal"}
      onClose={() => set({ isOpen: false })}
      footer={
        <>
          <Button onPress={importing.cancel}>{t("cancel")}</Button>
          {isToLookOver ? (
            <Button kind="main" isDisabled={count === 0} onPress={() => void importing.store()}>
              {t("store", { count })}
            </Button>
          ) : null}
        </>
      }
    >
      {error && !job ? <ErrorNote error={error} /> : null}
      {sent === null && id === null ? <ChooseFiles importing={importing} /> : null}
      {isOnTheWay ? <OnTheWay job={job} sent={sent} count={files.length} /> : null}
      {isToLookOver ? <LookOver job={job} chosen={chosen} importing={importing} /> : null}
      {tables.length > 0 ? <TablesAmongThem tables={tables} /> : null}
    </Dialog>
  );
}
