import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Header } from "../../components/Header";

interface Props {
  canWrite: boolean;
  hasSources: boolean;
  onAdd: () => void;
  onSpeakers: () => void;
}

export function SourcesHeader({ canWrite, hasSources, onAdd, onSpeakers }: Props) {
  const t = useTranslations("sources");
  return (
    <Header title={t("title")}>
      {hasSources ? (
        <>
          <Button size="small" onPress={onSpeakers}>
            {t("whoSpeaks")}
          </Button>
          <Button size="small" onPress={() => window.print()}>
            {t("print")}
          </Button>
          <a className="button quiet small sources-link no-print" href="/api/documents/sources.docx" download title={t("wordHint")}>
            {t("word")}
          </a>
        </>
      ) : null}
      {canWrite ? (
        <Button kind="main" size="small" onPress={onAdd}>
          {t("add")}
        </Button>
      ) : null}
    </Header>
  );
}
