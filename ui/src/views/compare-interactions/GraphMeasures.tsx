import { useTranslations } from "use-intl";

import type { Graph } from "../../store/interactions";

/** Strength by factor, loops, and what is hidden. */
export function GraphMeasures({ graph }: { graph: Graph }) {
  const t = useTranslations("compareInteractions.measures");
  const { factors, loops, hidden, reciprocity } = graph;
  const hasLoose = factors.some(({ loose_edges: loose }) => loose > 0);
  return (
    <>
      {factors.length > 0 ? (
        <section aria-labelledby="interactions-strength">
          <h2 id="interactions-strength">{t("strength")}</h2>
          <p className="quiet small">{t("strengthText")}</p>
          <div className="interactions-frame">
            <table className="interactions-table">
              <thead>
                <tr>
                  <th scope="col">{t("factor")}</th>
                  <th scope="col" className="number">{t("out")}</th>
                  <th scope="col" className="number">{t("in")}</th>
                  {hasLoose ? <th scope="col" className="number">{t("loose")}</th> : null}
                </tr>
              </thead>
              <tbody>
                {factors.map((factor) => (
                  <tr key={factor.id}>
                    <th scope="row">{factor.name}</th>
                    <td className="number">{t("of", { people: factor.out_people, edges: factor.out_edges })}</td>
                    <td className="number">{t("of", { people: factor.in_people, edges: factor.in_edges })}</td>
                    {hasLoose ? (
                      <td className="number">{t("of", { people: factor.loose_people, edges: factor.loose_edges })}</td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {reciprocity === null ? null : <p className="small">{t("reciprocity", { share: reciprocity })}</p>}
        </section>
      ) : null}
      {loops.length > 0 ? (
        <section aria-labelledby="interactions-loops">
          <h2 id="interactions-loops">{t("loops")}</h2>
          <ul className="interactions-loops">
            {loops.map((loop) => (
              <li key={loop.factors.join(" ")}>
                {[...loop.names, loop.names[0]].join(" → ")}
                <span className="quiet">
                  {" "}
                  {t(`loop.${loop.sign}`)}, {t("loopSaid", { count: loop.all_steps, weakest: loop.participants })}
                </span>
              </li>
            ))}
          </ul>
          {graph.loops_cut ? <p className="small">{t("cut", { count: loops.length })}</p> : null}
          {graph.loops_longer ? <p className="small">{t("longer")}</p> : null}
        </section>
      ) : null}
      {hidden.length > 0 ? (
        <section aria-labelledby="interactions-hidden">
          <h2 id="interactions-hidden">{t("hidden")}</h2>
          <p className="quiet small">{t("hiddenText")}</p>
          <ul className="interactions-loops">
            {hidden.map(({ id, start, end, removed }) => (
              <li key={id}>{t("hiddenOne", { start, end, removed })}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
