import { useFormatter, useTranslations } from "use-intl";

import type { DisclosureReport } from "../services/shapes";
import { riskSections } from "./disclosure-risks";
import type { RemedyLine, RiskGroup, RiskLine } from "./disclosure-risks";
import "./disclosure-note.css";

/** The risks of some quotes by problem, each with what helps in the order in which to try it. */
export function DisclosureRisks({ report }: { report: DisclosureReport }) {
  const t = useTranslations("common.disclosure");
  const format = useFormatter();
  const sections = riskSections(report.risks);
  if (sections.length === 0) return <p className="quiet">{t("nothing")}</p>;
  const labels = format.list(report.by);
  return (
    <>
      <p className="quiet small">{labels ? t("printed", { labels, k: report.k }) : t("unprinted")}</p>
      {sections.map(({ word, groups }) => (
        <section key={word} className="disclosure-section">
          <h3>{t(`risk.${word}`)}</h3>
          {groups.map((group, index) => (
            <Group key={index} group={group} />
          ))}
        </section>
      ))}
      {report.notes.map(({ kind, people, quoted, label }) => (
        <p key={`${kind} ${label}`} className="quiet small">
          {t(`note.${kind}`, { people, quoted, label })}
        </p>
      ))}
    </>
  );
}

function Group({ group: { lines, remedies } }: { group: RiskGroup }) {
  const t = useTranslations("common.disclosure");
  return (
    <div className="disclosure-group">
      <ul>
        {told(lines).map(({ line, times }, index) => (
          <Line key={index} line={line} times={times} />
        ))}
      </ul>
      {remedies.length > 0 ? (
        <>
          <p className="disclosure-helps">{t("helps")}</p>
          <ol>
            {remedies.map((remedy) => (
              <Remedy key={`${remedy.word} ${remedy.label}`} remedy={remedy} />
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}

/** Lines that say the same are told once, with how often. */
function told(lines: readonly RiskLine[]): { line: RiskLine; times: number }[] {
  const found = new Map<string, { line: RiskLine; times: number }>();
  for (const line of lines) {
    const same = found.get(JSON.stringify(line));
    if (same) same.times += 1;
    else found.set(JSON.stringify(line), { line, times: 1 });
  }
  return [...found.values()];
}

function Line({ line: { text, quotes, k, told }, times }: { line: RiskLine; times: number }) {
  const t = useTranslations("common.disclosure");
  return (
    <li>
      <span>{told ? t(`told.${told.word}`, { ...told, hasSite: String(told.site !== ""), quotes }) : text || t("noLabel")}</span>
      {k === null ? null : <small>{t("lineShared", { quotes, k })}</small>}
      {k === null && times > 1 ? <small>{t("times", { times })}</small> : null}
    </li>
  );
}

function Remedy({ remedy: { word, label, k } }: { remedy: RemedyLine }) {
  const t = useTranslations("common.disclosure");
  return (
    <li>
      <span>{t(`remedy.${word}`, { label: label || t("noLabel") })}</span>
      {k === null ? null : <small>{t("reaches", { k })}</small>}
    </li>
  );
}
