import { useTranslations } from "use-intl";

import { useAllActions } from "../store/actions";
import { Kbd } from "./Kbd";
import "./keys-bar.css";

/** The keys of the view, at its foot; shown where the view names some for it. */
export function KeysBar() {
  const t = useTranslations("common.keys");
  const shown = useAllActions().filter(({ bar, keys, disabled }) => bar && keys?.[0] && !disabled);
  if (shown.length === 0) return null;
  return (
    <div className="keys-bar no-print" role="note" aria-label={t("bar")}>
      {shown.map(({ id, bar, keys }) => (
        <span key={id}>
          <Kbd keys={keys?.[0] ?? ""} /> {bar}
        </span>
      ))}
      <span>
        <Kbd keys="?" /> {t("all")}
      </span>
    </div>
  );
}
