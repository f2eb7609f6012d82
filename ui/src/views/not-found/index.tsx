import { useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { Link } from "../../components/Link";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <EmptyState title={t("title")} action={<Link to="/">{t("home")}</Link>}>
      {t("text")}
    </EmptyState>
  );
}
