import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { Kbd } from "../../components/Kbd";

/** Before there are any: what a finding is, and what its first check may be. */
export function NoFindings({ onNew }: { onNew: (() => void) | null }) {
  const t = useTranslations("findings.empty");
  return (
    <EmptyState
      title={t("title")}
      action={
        onNew ? (
          <Button kind="main" onPress={onNew}>
            {t("begin")} <Kbd keys="n" />
          </Button>
        ) : undefined
      }
    >
      <p>{t("text")}</p>
      <p>{t("check")}</p>
      <p>
        <code className="check-text">participants(code:trust) &gt;= 3</code>
      </p>
      <p>{t("then")}</p>
    </EmptyState>
  );
}
