import { useId, useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { Qca, QcaModel, QcaSolution } from "../../store/qca";
import { figure } from "./figures";
import { XyPlot } from "./XyPlot";

interface Props {
  qca: Qca;
  figureAt: (solution: string, model: number) => string;
}

/** Each solution with its terms, and its cases in a plot. */
export function Solutions({ qca, figureAt }: Props) {
  return (
    <>
      {qca.solutions.map((solution) => (
        <OneSolution key={solution.kind} qca={qca} solution={solution} figureAt={figureAt} />
      ))}
    </>
  );
}

function OneSolution({ qca, solution, figureAt }: Props & { solution: QcaSolution }) {
  const t = useTranslations("compareQca.solution");
  const heading = useId();
  const [chosen, choose] = useState(0);
  const at = Math.min(chosen, solution.models.length - 1);
  const model = solution.models[at];
  return (
    <section className="qca-solution" aria-labelledby={heading}>
      <div className="row">
        <h2 id={heading}>{t(solution.kind)}</h2>
        {solution.models.length > 1 ? (
          <Select
            label={t("model")}
            value={String(at)}
            options={solution.models.map((_, place) => ({
              value: String(place),
              label: t("modelOf", { number: place + 1, of: solution.models.length }),
            }))}
            onChange={(place) => choose(Number(place))}
          />
        ) : null}
      </div>
      <p className="quiet small">{t(`says.${solution.kind}`)}</p>
      {solution.reason ? <p>{solution.reason}</p> : null}
      {model ? (
        <div className="qca-fit">
          <div className="qca-scroll">
            <p className="qca-term">{`${model.text} → ${qca.outcome}`}</p>
            <Terms model={model} />
            <Assumed model={model} />
          </div>
          <figure className="qca-figure">
            <XyPlot qca={qca} model={model} kind={solution.kind} />
            <figcaption className="small no-print">
              <a href={figureAt(solution.kind, at + 1)} download>
                {t("figure")}
              </a>
            </figcaption>
          </figure>
        </div>
      ) : null}
    </section>
  );
}

function Terms({ model }: { model: QcaModel }) {
  const t = useTranslations("compareQca.solution");
  const locale = useLocale();
  return (
    <table className="plain-table qca-terms">
      <thead>
        <tr>
          <th scope="col">{t("term")}</th>
          {(["inclusion", "pri", "coverage", "unique"] as const).map((word) => (
            <th key={word} scope="col" className="number">
              {t(word)}
            </th>
          ))}
          <th scope="col">{t("cases")}</th>
        </tr>
      </thead>
      <tbody>
        {model.terms.map((term) => (
          <tr key={term.text}>
            <th scope="row">{term.text}</th>
            <td className="number">{figure(term.inclusion, locale)}</td>
            <td className="number">{figure(term.pri, locale)}</td>
            <td className="number">{figure(term.coverage, locale)}</td>
            <td className="number">{figure(term.unique_coverage, locale)}</td>
            <td>{term.cases.join(", ")}</td>
          </tr>
        ))}
      </tbody>
      {model.terms.length > 1 ? (
        <tfoot>
          <tr>
            <th scope="row">{t("whole")}</th>
            <td className="number">{figure(model.inclusion, locale)}</td>
            <td className="number">{figure(model.pri, locale)}</td>
            <td className="number">{figure(model.coverage, locale)}</td>
            <td className="number" />
            <td />
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function Assumed({ model }: { model: QcaModel }) {
  const t = useTranslations("compareQca.solution");
  if (model.assumptions.length === 0) return null;
  return (
    <details className="small">
      <summary>{t("assumes", { count: model.assumptions.length })}</summary>
      <ul className="qca-assumed">
        {model.assumptions.slice(0, 100).map((each) => (
          <li key={each}>{each}</li>
        ))}
        {model.assumptions.length > 100 ? <li>{t("moreAssumed", { count: model.assumptions.length - 100 })}</li> : null}
      </ul>
    </details>
  );
}
