import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Header } from "../../components/Header";
import { address } from "../../services/address";
import { useAsOf } from "../../store/asking";
import { useSaveFile } from "../../store/disclosure";
import type { Filter } from "./memo-filter";

interface Props {
  filter: Filter;
  canWrite: boolean;
  hasMemos: boolean;
  onNew: () => void;
}

/** What can be done with the memos that are shown. */
export function MemosHeader({ filter, canWrite, hasMemos, onNew }: Props) {
  const t = useTranslations("memos");
  const as_of = useAsOf();
  const saveFile = useSaveFile();
  const { kind, author, about, source } = filter;
  const word = address("/api/documents/memos.docx", { kind, author, about: about || source, as_of });
  return (
    <Header title={t("title")}>
      {hasMemos ? (
        <>
          <Button size="small" onPress={() => window.print()}>
            {t("export.print")}
          </Button>
          <Button size="small" onPress={() => void saveFile(word)}>
            {t("export.word")}
          </Button>
        </>
      ) : null}
      {canWrite ? (
        <Button size="small" kind="main" onPress={onNew}>
          {t("act.new")}
        </Button>
      ) : null}
    </Header>
  );
}
