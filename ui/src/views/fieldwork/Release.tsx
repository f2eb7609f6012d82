import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DisclosureRisks } from "../../components/DisclosureRisks";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { useCodes } from "../../store/codes";
import { useLeavingRisks, usePolicy } from "../../store/releases";
import type { Leaving } from "../../store/releases";
import { FieldworkPage } from "./FieldworkPage";
import { GuardedTable } from "./GuardedTable";
import { PolicyDialog } from "./PolicyDialog";
import { ReleaseDialog } from "./ReleaseDialog";
import { ReleaseLog } from "./ReleaseLog";

interface Props {
  canWrite: boolean;
}

/** What may leave the study: the policy, everything that would tell who spoke, and what left. */
export function Release({ canWrite }: Props) {
  const t = useTranslations("fieldwork.release");
  const tabs = useTranslations("fieldwork.tabs");
  const { data: codes } = useCodes();
  const [leaving, setLeaving] = useState<Leaving>({ hasTable: false });
  const [dialog, open] = useState<"policy" | "release" | null>(null);
  const { data: policy } = usePolicy();
  const { data: report, error, refetch, isPlaceholderData } = useLeavingRisks(leaving);
  return (
    <FieldworkPage label={tabs("release")}>
      <section aria-labelledby="fw-policy">
        <div className="fw-section-head">
          <h2 id="fw-policy">{t("policy")}</h2>
          {canWrite && policy ? (
            <span className="no-print">
              <Button size="small" onPress={() => open("policy")}>
                {t("changePolicy")}
              </Button>
            </span>
          ) : null}
        </div>
        <PolicyFacts />
      </section>
      <section aria-labelledby="fw-risks" aria-busy={isPlaceholderData}>
        <div className="fw-section-head">
          <h2 id="fw-risks">{t("risks")}</h2>
          <span className="no-print">
            <Select
              label={t("quotes")}
              value={leaving.code ?? ""}
              options={[
                { value: "", label: t("everyQuote") },
                ...(codes?.codes ?? []).filter(({ counts }) => counts.passages > 0).map(({ id, path, name }) => ({
                  value: id,
                  label: [...path, name].join(" / "),
                })),
              ]}
              onChange={(code) => setLeaving({ hasTable: leaving.hasTable, ...(code ? { code } : {}) })}
            />
          </span>
          <label className="fw-check no-print">
            <input
              type="checkbox"
              checked={leaving.hasTable}
              onChange={(event) => setLeaving({ ...leaving, hasTable: event.target.checked })}
            />
            {t("withTable")}
          </label>
        </div>
        {error && !report ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
        {!report && !error ? <Loading /> : null}
        {report ? (
          <div className="fw-release-risks">
            <p>
              {t("found", { quotes: report.passages, risk: report.at_risk.length, barred: report.barred.length })}{" "}
              {report.released_before > 0 ? t("joined", { quotes: report.released_before }) : null}
            </p>
            <DisclosureRisks report={report} />
            {report.past_risks.length > 0 ? (
              <>
                <h3>{t("past")}</h3>
                <DisclosureRisks
                  report={{ ...report, notes: [], risks: report.past_risks.map((risk) => ({ ...risk, quotes: Array.from({ length: risk.released }, (_, at) => at) })) }}
                />
              </>
            ) : null}
            {report.tables.map((table) => (
              <GuardedTable key={`${table.rows} ${table.columns}`} table={table} />
            ))}
            {report.words.length > 0 ? <p>{t("words", { count: report.words.length })}</p> : null}
          </div>
        ) : null}
      </section>
      <ReleaseLog canWrite={canWrite} onRecord={() => open("release")} />
      {dialog === "policy" && policy ? <PolicyDialog policy={policy} onClose={() => open(null)} /> : null}
      {dialog === "release" && report ? (
        <ReleaseDialog leaving={leaving} quotes={report.passages} release={null} onClose={() => open(null)} />
      ) : null}
    </FieldworkPage>
  );
}

function PolicyFacts() {
  const t = useTranslations("fieldwork.release");
  const format = useFormatter();
  const { data: policy, error, refetch } = usePolicy();
  if (error && !policy) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!policy) return <Loading />;
  const facts = [
    t("facts.k", { k: policy.k, archive: policy.archive_k }),
    t("facts.by", { labels: format.list(policy.by) }),
    t("facts.often", { most: policy.most_quotes, share: policy.most_share }),
    policy.stances > 1 ? t("facts.stances", { stances: policy.stances }) : null,
    t(`facts.${policy.exports}`),
    t(`facts.${policy.counts}`),
  ];
  return (
    <ul className="fw-facts">
      {facts.map((fact) => (fact ? <li key={fact}>{fact}</li> : null))}
    </ul>
  );
}
