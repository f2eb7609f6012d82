import { useLocale, useTranslations } from "use-intl";

import type { SaturationAnswer, SaturationOfCase } from "../../services/shapes";
import { CaseTable } from "./CaseTable";
import { CurvePlot } from "./CurvePlot";
import { InterviewTable } from "./InterviewTable";

interface Props {
  report: SaturationAnswer;
  shown: string | null;
  isOld: boolean;
  onShow: (name: string | null) => void;
}

/** Warnings first, then the answer, the curves, and the interviews behind them. */
export function Told({ report, shown, isOld, onShow }: Props) {
  const t = useTranslations("compareSaturation");
  const told = report.cases.find((each) => each.case === shown) ?? report.pooled;
  const name = told.case ?? t("cases.all");
  return (
    <div className={isOld ? "sat-told sat-old" : "sat-told"}>
      {report.warnings.length > 0 ? (
        <ul className="sat-warnings">
          {report.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      <AnswerLine told={told} />
      <CaseTable cases={[report.pooled, ...report.cases]} shown={told.case} onShow={onShow} />
      <section aria-labelledby="sat-curves">
        <h2 id="sat-curves">{t("plot.title", { name })}</h2>
        <CurvePlot told={told} name={name} />
      </section>
      <section aria-labelledby="sat-interviews">
        <h2 id="sat-interviews">{t("interviews.title", { name })}</h2>
        <InterviewTable interviews={told.interviews} />
      </section>
      <section className="sat-notes" aria-label={t("notes.label")}>
        <p>
          {t("notes.codebook", {
            state: report.codebook.state,
            codes: report.codebook.codes,
            used: report.codebook.used,
            merged: report.codebook.merged,
            split: report.codebook.split,
          })}{" "}
          {t("notes.split")}
        </p>
        {report.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{t("notes.caveat")}</p>
      </section>
    </div>
  );
}

/** The answer in a sentence, or why there is none. */
function AnswerLine({ told }: { told: SaturationOfCase }) {
  const t = useTranslations("compareSaturation.answer");
  const locale = useLocale();
  const { run, orders } = told;
  if (run.label === null) return <p className="sat-answer">{run.reason}</p>;
  const said = (interviews: number | null) => (interviews === null ? t("never") : `${interviews}+${run.run}`);
  return (
    <p className="sat-answer">
      <strong>{run.label}</strong>{" "}
      {t("reached", {
        interviews: run.interviews ?? 0,
        run: run.run,
        share: run.threshold.toLocaleString(locale, { style: "percent", maximumFractionDigits: 2 }),
        codes: run.base_codes,
        base: run.base,
      })}{" "}
      {orders.reason === null
        ? t("orders", { orders: orders.orders, half: said(orders.median), nine: said(orders.ninetieth) })
        : null}
    </p>
  );
}
