import { useTranslations } from "use-intl";

import { Link } from "../../components/Link";
import { addressOf, sourceAddress } from "../../services/address";
import type { CaseOverWaves, CodeInWave, WaveStep } from "../../services/shapes";

interface Props {
  told: CaseOverWaves;
  waves: readonly string[];
}

/** One case from wave to wave: who spoke, and which codes came, stayed and went. */
export function CaseSteps({ told, waves }: Props) {
  const t = useTranslations("compareWaves.case");
  const id = `wave-case-${told.case_id}`;
  return (
    <article className="wave-case" aria-labelledby={id}>
      <h3 id={id}>
        <Link to={addressOf("case", told.case_id)}>{told.case}</Link>
      </h3>
      {told.steps.map((step) => (
        <Step key={step.before} told={told} step={step} waves={waves} says={t} />
      ))}
    </article>
  );
}

interface StepProps extends Props {
  step: WaveStep;
  says: ReturnType<typeof useTranslations<"compareWaves.case">>;
}

function Step({ told, step, waves, says: t }: StepProps) {
  const before = told.met.find(({ wave }) => wave === step.before);
  const after = told.met.find(({ wave }) => wave === step.after);
  const [was, is] = [before?.participants ?? [], after?.participants ?? []];
  const held = (holders: readonly string[]) => (holders.length > 0 ? t("held", { holders: holders.join(", ") }) : "");
  return (
    <div className="wave-step">
      <p>
        {t("step", {
          before: waves[step.before] ?? "",
          after: waves[step.after] ?? "",
          was: was.join(", "),
          is: is.join(", "),
        })}{" "}
        <span className={step.people === "same" ? "quiet" : "wave-others"}>{t(`people.${step.people}`)}</span>
      </p>
      {before && after && (before.holders.length > 0 || after.holders.length > 0) ? (
        <p className="quiet small">
          {waves[step.before]}: {held(before.holders)} {waves[step.after]}: {held(after.holders)}
        </p>
      ) : null}
      <dl>
        <Codes word={t("came")} codes={step.came} of={is.length} says={t} />
        <Codes word={t("stayed")} codes={step.stayed} of={is.length} before={before?.codes} ofBefore={was.length} says={t} />
        <Codes word={t("went")} codes={step.went} of={was.length} says={t} />
      </dl>
    </div>
  );
}

interface CodesProps {
  word: string;
  codes: readonly CodeInWave[];
  of: number;
  /** What was said in the wave before, where a code stayed. */
  before?: readonly CodeInWave[] | undefined;
  ofBefore?: number;
  says: StepProps["says"];
}

/** Codes of one sort; each opens its first passage. */
function Codes({ word, codes, of, before, ofBefore = 0, says: t }: CodesProps) {
  const count = ({ code_id, participants }: CodeInWave) => {
    const earlier = before?.find((each) => each.code_id === code_id);
    if (!earlier) return of > 1 ? t("of", { participants, of }) : "";
    if (of < 2 && ofBefore < 2) return "";
    return t("ofBoth", { before: earlier.participants, ofBefore, participants, of });
  };
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {codes.length === 0 ? <span className="quiet">{t("none")}</span> : null}
        <ul>
          {codes.map((each) => (
            <li key={each.code_id}>
              <Link to={sourceAddress(each.source_id, each)} title={each.code} aria-label={t("open", { code: each.code })}>
                {each.code.split(" > ").at(-1)}
              </Link>
              <span className="quiet small"> {count(each)}</span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
