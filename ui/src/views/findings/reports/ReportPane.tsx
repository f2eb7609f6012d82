import { useTranslations } from "use-intl";

import { ErrorNote } from "../../../components/ErrorNote";
import { Loading } from "../../../components/Progress";
import type { ReportSection } from "../../../services/shapes";
import { useReport } from "../../../store/reports";
import type { ReportName } from "../../../store/reports";
import { ReportHead } from "./ReportHead";

const MOST_ROWS = 100; // what is longer is read on paper

/** A report as its Word document tells it. */
export function ReportPane({ name }: { name: ReportName }) {
  const t = useTranslations("reports");
  const { data: report, error, refetch } = useReport(name);
  return (
    <article className="report-sheet">
      <ReportHead name={name}>
        <p className="quiet">{t(`report.${name}.text`)}</p>
      </ReportHead>
      {error && !report ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!report && !error ? <Loading /> : null}
      {/* Reports are written in English, as their documents are. */}
      <div className="report-text" lang="en">
        {report?.sections.map((section) => <Section key={section.heading} section={section} />)}
      </div>
    </article>
  );
}

function Section({ section: { heading, sentences, columns, rows, none } }: { section: ReportSection }) {
  const t = useTranslations("reports");
  return (
    <section>
      <h3>{heading}</h3>
      {sentences.map((sentence, index) => (
        <p key={index}>{withCommands(sentence)}</p>
      ))}
      {rows.length > 0 ? (
        // It may be wider than the page: keys scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="report-table" role="group" aria-label={heading} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th key={column} scope="col" className={isNumber(rows, at) ? "number" : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST_ROWS).map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <td key={at} className={isNumber(rows, at) ? "number" : undefined}>
                      {typeof cell === "number" ? cell.toLocaleString() : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {rows.length > MOST_ROWS ? <p className="quiet small">{t("more", { count: rows.length - MOST_ROWS })}</p> : null}
      {rows.length === 0 && sentences.length === 0 && none ? <p className="quiet">{none}</p> : null}
    </section>
  );
}

/** Commands stand between backticks in a sentence. */
const withCommands = (sentence: string) =>
  sentence.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));

const isNumber = (rows: ReportSection["rows"], at: number) => rows.every((row) => typeof row[at] === "number");
