import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Link } from "../../../components/Link";
import { Loading } from "../../../components/Progress";
import { noteOf } from "../../../components/disclosure-risks";
import { useWholeStudyCheck } from "../../../store/reports";

interface Props {
  onClose: () => void;
  onDownload: () => void;
}

/** Asks once more before everything that was said leaves the study, and tells what speaks against. */
export function WholePackageDialog({ onClose, onDownload }: Props) {
  const t = useTranslations("reports.package.ask");
  const common = useTranslations("common");
  const { data: check, isPending } = useWholeStudyCheck();
  const note = noteOf(check);
  const isRefused = check?.is_refused ?? false;
  return (
    <Dialog
      title={t("title")}
      size="small"
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("dialog.cancel")}</Button>
          <Button kind="main" isDisabled={isRefused || isPending} onPress={onDownload}>
            {t("download")}
          </Button>
        </>
      }
    >
      <p>{t("text")}</p>
      {isPending ? <Loading /> : null}
      {note ? <p>{common(`disclosure.${note.kind}`, { count: note.count, quotes: note.quotes })}.</p> : null}
      {isRefused ? (
        <p>
          {t("refused")} <Link to="/fieldwork?tab=release">{t("policy")}</Link>
        </p>
      ) : null}
    </Dialog>
  );
}
