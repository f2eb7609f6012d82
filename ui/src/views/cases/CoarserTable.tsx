import { useId } from "react";
import { useTranslations } from "use-intl";

interface Props {
  values: readonly string[];
  coarser: Readonly<Record<string, string>>;
  onChange: (coarser: Record<string, string>) => void;
}

/** Which coarser value each value belongs to, such as social care to local government. */
export function CoarserTable({ values, coarser, onChange }: Props) {
  const t = useTranslations("cases.coarser");
  const list = useId();
  const coarse = [...new Set(Object.values(coarser))].filter(Boolean);
  return (
    <section>
      <h3 className="field-label">{t("title")}</h3>
      <p className="field-hint">{t("hint")}</p>
      {values.length === 0 ? <p className="quiet">{t("none")}</p> : null}
      <datalist id={list}>
        {coarse.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {values.length > 0 ? (
        <table className="paste-table coarser-table">
          <thead>
            <tr>
              <th scope="col">{t("fine")}</th>
              <th scope="col">{t("coarse")}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td>
                  <input
                    className="input"
                    aria-label={t("coarseOf", { value })}
                    list={list}
                    value={coarser[value] ?? ""}
                    placeholder={t("stays")}
                    onChange={(event) => onChange({ ...coarser, [value]: event.target.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
