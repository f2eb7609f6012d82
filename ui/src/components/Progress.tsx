import { useTranslations } from "use-intl";
import "./notes.css";

interface Props {
  done: number;
  total: number;
  /** What it is the progress of. */
  label: string;
  /** Say “12 of 36” beside the bar. */
  hasWords?: boolean;
}

/** How far something is; with no total yet it only says that it goes on. */
export function Progress({ done, total, label, hasWords = false }: Props) {
  const t = useTranslations("common.progress");
  const known = total > 0;
  return (
    <span className="progress">
      <progress aria-label={label} max={known ? total : undefined} value={known ? done : undefined} />
      {hasWords && known ? <span className="quiet small">{t("of", { done, total })}</span> : null}
    </span>
  );
}

/** While a view's answers are on their way; it appears only after a moment. */
export function Loading() {
  const t = useTranslations("common.progress");
  return (
    <p className="loading" role="status">
      {t("loading")}
    </p>
  );
}
