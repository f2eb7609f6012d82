import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { Kbd } from "../../components/Kbd";
import { Link } from "../../components/Link";

/** No sources yet: what can come in, and how. */
export function NoSources({ canWrite, onAdd }: { canWrite: boolean; onAdd: () => void }) {
  const t = useTranslations("sources.empty");
  if (!canWrite) return <EmptyState title={t("readOnlyTitle")}>{t("readOnly")}</EmptyState>;
  return (
    <EmptyState
      title={t("title")}
      action={
        <>
          <Button kind="main" onPress={onAdd}>
            {t("choose")}
          </Button>
          <Kbd keys="i" />
        </>
      }
    >
      <p>{t("text")}</p>
      <p>{t("kinds", { kinds: t("kindList") })}</p>
      <p>{t.rich("tables", { link: (words) => <Link to="/cases">{words}</Link> })}</p>
    </EmptyState>
  );
}
