import { useTranslations } from "use-intl";

import { EditableText } from "../../components/EditableText";
import type { QuantityWord } from "../../services/shapes";
import { useFindingActs } from "../../store/findings";

/** What the study means by “most” and “several”: said once, held to everywhere. */
export function QuantityWords({ words, canWrite }: { words: readonly QuantityWord[]; canWrite: boolean }) {
  const t = useTranslations("findings.words");
  const { setWords } = useFindingActs();
  return (
    <div className="view-body finding-words">
      <h2>{t("title")}</h2>
      <p className="reading-width">{t("text")}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("word")}</th>
            <th scope="col">{t("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ word, meaning }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>
                <EditableText
                  label={t("meaningOf", { word })}
                  value={meaning}
                  isReadOnly={!canWrite}
                  isRequired
                  onSave={async (typed) => (await setWords({ [word]: typed })) !== null}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{t("hint")}</p>
    </div>
  );
}
