import { useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Select } from "../../components/Select";
import type { GridWhole, KappaRow } from "../../services/shapes/synthesis-chart";
import { useGridAgreement } from "../../store/grids";

/** Two raters side by side: how far they agree, and where they differ. */
export function RaterPanel({ whole, only, wave }: { whole: GridWhole; only: string | null; wave: string | null }) {
  const t = useTranslations("compareGrids.raters");
  const [asked, setAsked] = useState<[string, string] | null>(null);
  const { raters, grid } = whole;
  const kept = asked?.every((name) => raters.includes(name)) ? asked : null;
  const pair = kept ?? (raters.length > 1 ? ([raters[0] ?? "", raters[1] ?? ""] as [string, string]) : null);
  const { data, error } = useGridAgreement(grid.id, { only, wave }, pair);
  if (!pair) return <p className="quiet small">{t("one")}</p>;
  const options = raters.map((name) => ({ value: name, label: name }));
  return (
    <section className="grids-raters" aria-labelledby="grids-raters">
      <h2 id="grids-raters">{t("title")}</h2>
      <div className="row">
        <Select
          label={t("rater")}
          value={pair[0]}
          options={options.filter(({ value }) => value !== pair[1])}
          onChange={(value) => setAsked([value, pair[1]])}
        />
        <Select
          label={t("other")}
          value={pair[1]}
          options={options.filter(({ value }) => value !== pair[0])}
          onChange={(value) => setAsked([pair[0], value])}
        />
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {data ? (
        <>
          <dl>
            <dt>{t("scale")}</dt>
            <dd>
              <Kappa kappa={data.scale} />
            </dd>
            <dt>{t("all")}</dt>
            <dd>
              <Kappa kappa={data.all_statuses} />
            </dd>
          </dl>
          {data.only_one + data.only_other > 0 ? (
            <p className="quiet small">
              {t("alone", { one: data.one, other: data.other, first: data.only_one, second: data.only_other })}
            </p>
          ) : null}
          {data.disagreements.length > 0 ? (
            <table className="grids-differ">
              <caption>{t("differ", { count: data.disagreements.length })}</caption>
              <thead>
                <tr>
                  {grid.case_kind ? <th scope="col">{grid.case_kind}</th> : null}
                  <th scope="col">{t("cell")}</th>
                  <th scope="col">{data.one}</th>
                  <th scope="col">{data.other}</th>
                </tr>
              </thead>
              <tbody>
                {data.disagreements.map((each) => (
                  <tr key={`${each.case ?? ""} ${each.row} ${each.column}`}>
                    {grid.case_kind ? <td>{each.case}</td> : null}
                    <td>
                      {each.row}, {each.column}
                    </td>
                    <td>{each.one}</td>
                    <td>{each.other}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function Kappa({ kappa }: { kappa: KappaRow }) {
  const t = useTranslations("compareGrids.raters");
  if (kappa.raw === null) return <>{t("nothing")}</>;
  const alike = t("alike", { share: kappa.raw, cells: kappa.cells });
  if (kappa.value === null) return <>{t("undefined", { alike })}</>;
  return <>{t("kappa", { value: kappa.value, alike })}</>;
}
