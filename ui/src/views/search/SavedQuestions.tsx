import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { useQueries, useSearchActs } from "../../store/search";
import { useCanWrite } from "../../store/study";

/** Questions that were given a name. */
export function SavedQuestions({ onAsk }: { onAsk: (question: string) => void }) {
  const t = useTranslations("search.save");
  const { data: queries } = useQueries();
  const { remove } = useSearchActs();
  const canWrite = useCanWrite();
  return (
    <section aria-labelledby="search-saved" className="no-print">
      <h2 id="search-saved">{t("list")}</h2>
      {queries?.length === 0 ? <p className="quiet small">{t("none")}</p> : null}
      <ul className="search-saved">
        {queries?.map(({ id, name, expression, description }) => (
          <li key={id}>
            <button type="button" className="search-saved-one" title={description ?? undefined} onClick={() => onAsk(expression)}>
              <strong>{name}</strong>
              <span>{expression}</span>
            </button>
            {canWrite ? (
              <IconButton label={t("remove", { name })} onPress={() => void remove(id)}>
                <Icon name="close" />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
