import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { Kbd } from "../../components/Kbd";
import { Link } from "../../components/Link";
import type { OpenDialog } from "./use-codebook-actions";

/** No code yet: three ways to the first. */
export function NoCodes({ canWrite, onOpen }: { canWrite: boolean; onOpen: (dialog: OpenDialog) => void }) {
  const t = useTranslations("codebook.empty");
  if (!canWrite) return <EmptyState title={t("title")} />;
  return (
    <EmptyState
      title={t("title")}
      action={
        <>
          <Button kind="main" onPress={() => onOpen({ name: "new", parent: null })}>
            {t("make")} <Kbd keys="n" />
          </Button>
          <Button onPress={() => onOpen({ name: "framework" })}>{t("framework")}</Button>
          <Button onPress={() => onOpen({ name: "import" })}>{t("import")}</Button>
        </>
      }
    >
      <p>{t("text")}</p>
      <p>{t("frameworkText")}</p>
      <p>{t.rich("inVivo", { link: (words) => <Link to="/sources">{words}</Link>, key: () => <Kbd keys="v" /> })}</p>
    </EmptyState>
  );
}
