import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Header } from "../../components/Header";
import { Parts } from "../../components/Parts";
import { address } from "../../services/address";
import { useSaveFile } from "../../store/disclosure";
import { useFindingFiles } from "../../store/findings";
import { PARTS } from "./use-findings-address";
import type { Part } from "./use-findings-address";

interface Props {
  part: Part;
  canWrite: boolean;
  onNew: () => void;
}

/** The parts of the view, and what can be done with all of it. */
export function FindingsHeader({ part, canWrite, onNew }: Props) {
  const t = useTranslations("findings");
  const files = useFindingFiles();
  const saveFile = useSaveFile();
  return (
    <Header
      title={t("title")}
      beside={
        <Parts
          label={t("parts.label")}
          here={part}
          parts={PARTS.map((id) => ({
            id,
            to: address("/findings", { part: id === "ledger" ? null : id }),
            name: t(`parts.${id}`),
          }))}
        />
      }
    >
      <span className="row no-print">
        <Button size="small" onPress={() => window.print()}>
          {t("export.print")}
        </Button>
        {part === "words" || part === "reports" ? null : (
          <Button size="small" onPress={() => void saveFile(part === "quotes" ? files.quotes : files.findings)}>
            {t("export.word")}
          </Button>
        )}
        {canWrite && part === "ledger" ? (
          <Button kind="main" size="small" onPress={onNew}>
            {t("new.button")}
          </Button>
        ) : null}
      </span>
    </Header>
  );
}
