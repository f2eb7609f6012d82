import { useTranslations } from "use-intl";

import { Link } from "../../../components/Link";
import { address } from "../../../services/address";
import { CHECKLISTS, REPORTS } from "../../../store/reports";
import { ChecklistPane } from "./ChecklistPane";
import { PackagePane } from "./PackagePane";
import { ReportPane } from "./ReportPane";
import "./reports.css";

const GROUPS = [
  { id: "told", reports: REPORTS },
  { id: "checklists", reports: CHECKLISTS },
  { id: "pass", reports: ["package"] },
] as const;

interface Props {
  /** The one that the address names; without one the first. */
  chosen: string | null;
  canWrite: boolean;
}

/** What can be told of how the study was done: each report by its name, and the one that is read. */
export function ReportsDesk({ chosen, canWrite }: Props) {
  const t = useTranslations("reports");
  const report = REPORTS.find((each) => each === chosen);
  const checklist = CHECKLISTS.find((each) => each === chosen);
  const isPackage = chosen === "package";
  const here = report ?? checklist ?? (isPackage ? "package" : REPORTS[0]);
  return (
    <div className="view reports">
      <nav className="report-list no-print" aria-label={t("label")}>
        {GROUPS.map(({ id, reports }) => (
          <section key={id} aria-labelledby={`reports-${id}`}>
            <h2 id={`reports-${id}`}>{t(`group.${id}`)}</h2>
            <ul>
              {reports.map((each) => (
                <li key={each}>
                  <Link
                    to={address("/findings", { part: "reports", report: each })}
                    aria-current={each === here ? "page" : undefined}
                  >
                    <strong>{t(`report.${each}.name`)}</strong>
                    <span>{t(`report.${each}.text`)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="quiet small">{t("elsewhere")}</p>
      </nav>
      {/* It scrolls: keys reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="report-pane" role="region" aria-label={t(`report.${here}.name`)} tabIndex={0}>
        {checklist ? <ChecklistPane key={checklist} checklist={checklist} canWrite={canWrite} /> : null}
        {isPackage ? <PackagePane /> : null}
        {!checklist && !isPackage ? <ReportPane key={here} name={report ?? REPORTS[0]} /> : null}
      </div>
    </div>
  );
}
