import { useTranslations } from "use-intl";

import { StandingMark } from "../../components/StandingMark";
import type { FindingRow } from "../../services/shapes";
import { byDomain, statusOf } from "./figures";
import { FigureText } from "./FigureText";

/** The ledger on paper: every finding that is listed, with its checks. */
export function PrintedFindings({ findings, title }: { findings: readonly FindingRow[]; title: string }) {
  const t = useTranslations("findings");
  return (
    <div className="findings-paper">
      <p className="quiet">{title}</p>
      {byDomain(findings).map(({ id, name, findings: some }) => (
        <section key={id}>
          <h2>{name ?? t("noDomain")}</h2>
          {some.map((finding) => (
            <div key={finding.id} className="findings-paper-one">
              <p>
                <strong>{finding.name}</strong> {finding.statement}
              </p>
              <p className="small">
                <StandingMark standing={finding.standing} />{" "}
                {[finding.author?.name, t(`status.${statusOf(finding)}`)].filter(Boolean).join(", ")}
              </p>
              <ul>
                {finding.checks.map((check) => (
                  <li key={check.id}>
                    <code>{check.text}</code> <StandingMark standing={check.standing} /> {check.says}{" "}
                    <FigureText check={check} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
