import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { useMatrixOptions } from "../../store/matrix";
import { useWaveChanges } from "../../store/waves";
import { CaseSteps } from "./CaseSteps";
import { CodeChanges } from "./CodeChanges";

/** The same participants, posts or sites laid over the waves. */
export function Changes() {
  const t = useTranslations("compareWaves.changes");
  const [parameters, setParameters] = useSearchParams();
  const { data: options } = useMatrixOptions();
  const of = parameters.get("of") ?? "participants";
  const level = parameters.get("level") === "top" ? "top" : "leaf";
  const { data, error, isPlaceholderData, refetch } = useWaveChanges(of, level, true);
  const change = (name: string, value: string) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const kinds = (options?.rows ?? []).filter(({ group, value }) => group === "Cases" && value !== "participants");
  const choices = [
    { value: "participants", label: t("participants") },
    ...kinds.map(({ value, label }) => ({ value, label: label.replaceAll("_", " ") })),
  ];
  if (!choices.some(({ value }) => value === of)) choices.push({ value: of, label: of });
  const told = error ? undefined : data;
  const steps = told?.cases.filter((each) => each.steps.length > 0) ?? [];
  return (
    <section aria-labelledby="wave-changes" className={isPlaceholderData ? "wave-changes wave-old" : "wave-changes"}>
      <div className="wave-head">
        <h2 id="wave-changes">{t("title")}</h2>
        <span className="row no-print">
          <Select label={t("of")} value={of} options={choices} onChange={(value) => change("of", value)} />
          <Select
            label={t("level")}
            value={level}
            options={[
              { value: "leaf", label: t("leaf") },
              { value: "top", label: t("top") },
            ]}
            onChange={(value) => change("level", value === "top" ? "top" : "")}
          />
        </span>
      </div>
      {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!told && !error ? <Loading /> : null}
      {told ? (
        <>
          {told.warnings.length > 0 ? (
            <ul className="wave-warnings">
              {told.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          ) : null}
          {told.codes.length > 0 ? <CodeChanges told={told} /> : null}
          {steps.length === 0 ? <p className="quiet">{t("nobody")}</p> : null}
          {steps.map((each) => (
            <CaseSteps key={each.case_id} told={each} waves={told.waves.map(({ name }) => name)} />
          ))}
          <div className="wave-notes">
            {told.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            <p>{t("about")}</p>
          </div>
        </>
      ) : null}
    </section>
  );
}
