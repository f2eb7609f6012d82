import { useTranslations } from "use-intl";

import type { ImportedSource } from "../../../services/shapes";

interface Props {
  labels: ImportedSource["labels"];
  taken: readonly string[];
  isOff: boolean;
  onTake: (labels: string[]) => void;
}

/** Which labels are taken as speakers, why, and a line of each. */
export function LabelTable({ labels, taken, isOff, onTake }: Props) {
  const t = useTranslations("sources.import");
  return (
    <table className="import-labels">
      <caption>
        {t("labels")} <span className="quiet">{t("labelsHint")}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("label")}</th>
          <th scope="col" className="number">
            {t("turns")}
          </th>
          <th scope="col">{t("why")}</th>
        </tr>
      </thead>
      <tbody>
        {labels.map(({ label, turns, why, example }) => {
          const isTaken = taken.includes(label);
          return (
            <tr key={label}>
              <th scope="row">
                <label className="import-check">
                  <input
                    type="checkbox"
                    checked={isTaken}
                    disabled={isOff}
                    aria-label={t("take", { label })}
                    onChange={() => onTake(isTaken ? taken.filter((each) => each !== label) : [...taken, label])}
                  />
                  <span>{label}</span>
                </label>
              </th>
              <td className="number">{turns}</td>
              <td>
                {why}
                {example ? <q className="import-example">{example}</q> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
