/** What a code says of itself, each part changed where it stands. */
import { useTranslations } from "use-intl";

import { EditableText } from "../../components/EditableText";
import { Link } from "../../components/Link";
import { Select } from "../../components/Select";
import { sourceAddress } from "../../services/address";
import type { CodeRow } from "../../services/shapes";
import { useCode, useCodeActs } from "../../store/codes";
import { useFrameworks } from "../../store/study";
import { ColourChoice } from "./ColourChoice";
import { useCodeText } from "./use-code-text";

const TEXTS = ["definition", "includes", "excludes", "example"] as const;
const ORIGINS = ["", "deductive", "inductive", "in vivo"] as const;

export function CodeMeaning({ code, canWrite }: { code: CodeRow; canWrite: boolean }) {
  const t = useTranslations("codebook");
  const { change } = useCodeActs();
  const { data: whole } = useCode(code.id);
  const { data: frameworks } = useFrameworks();
  const { save, clash } = useCodeText(code);
  const framework = frameworks?.added.find(({ id }) => id === code.framework);
  const first = whole?.first_incident;
  const origin = ORIGINS.find((each) => each === code.origin) ?? "";

  return (
    <div className="code-meaning">
      {TEXTS.map((field) => (
        <section key={field}>
          <h3>{t(`field.${field}`)}</h3>
          <EditableText
            label={t(`field.${field}`)}
            placeholder={t(`placeholder.${field}`)}
            value={code[field] ?? ""}
            rows={field === "definition" ? 5 : 3}
            isReadOnly={!canWrite}
            onSave={(text) => save(field, text)}
          />
        </section>
      ))}
      <section>
        <h3>{t("field.origin")}</h3>
        {canWrite ? (
          <Select
            label={t("field.origin")}
            isLabelUnseen
            value={origin}
            options={ORIGINS.map((value) => ({ value, label: t(`origin.${value || "none"}`) }))}
            onChange={(value) => void change(code.id, { origin: value || null }, { quiet: true })}
          />
        ) : (
          <p>{t(`origin.${origin || "none"}`)}</p>
        )}
        {first ? (
          <p className="code-incident">
            <span className="quiet small">{t("firstIncident")}</span>
            <Link to={sourceAddress(first.source_id, first)}>
              <q>{first.text.length > 160 ? `${first.text.slice(0, 160)}…` : first.text}</q>
            </Link>
            <span className="quiet small">{first.source}</span>
          </p>
        ) : null}
      </section>
      {code.origin === "deductive" || code.citation ? (
        <section>
          <h3>{t("field.citation")}</h3>
          <EditableText
            label={t("field.citation")}
            placeholder={t("placeholder.citation")}
            value={code.citation ?? ""}
            rows={2}
            isReadOnly={!canWrite}
            onSave={(text) => save("citation", text)}
          />
          {framework ? <p className="quiet small">{t("fromFramework", { name: framework.name })}</p> : null}
        </section>
      ) : null}
      <section>
        <h3>{t("field.colour")}</h3>
        <ColourChoice
          colour={code.colour}
          isReadOnly={!canWrite}
          onChoose={(colour) => void change(code.id, { colour }, { quiet: true })}
        />
      </section>
      {canWrite ? (
        <label className="code-check">
          <input
            type="checkbox"
            checked={code.codable}
            onChange={({ target }) => void change(code.id, { codable: target.checked }, { quiet: true })}
          />
          <span>
            {t("codable")}
            <small className="quiet">{t("codableHint")}</small>
          </span>
        </label>
      ) : null}
      {clash}
    </div>
  );
}
