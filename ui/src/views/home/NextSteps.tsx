import { useTranslations } from "use-intl";

import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import type { Counts } from "../../services/shapes";
import { useSpeakers } from "../../store/sources";
import { useFrameworks } from "../../store/study";

interface Step {
  id: "transcripts" | "framework" | "code" | "participants" | "speakers" | "coding" | "memo";
  to: string;
  isDone: boolean;
}

/** The way from an empty study to a coded one; a step is ticked when the study shows it. */
export function NextSteps({ counts }: { counts: Counts }) {
  const t = useTranslations("home.next");
  const { data: speakers } = useSpeakers();
  const { data: frameworks } = useFrameworks();
  const steps: Step[] = [
    { id: "transcripts", to: "/sources?add=files", isDone: counts.sources > 0 },
    {
      id: "framework",
      to: "/codebook?add=framework",
      // Codes of one's own do as well: a study need not start from a framework.
      isDone: (frameworks?.added.length ?? 0) > 0 || counts.codes > 0,
    },
    { id: "code", to: "/codebook?new=code", isDone: counts.codes > 0 },
    { id: "participants", to: "/cases", isDone: counts.participants > 0 },
    {
      id: "speakers",
      to: "/sources?speakers=unlinked",
      isDone: counts.sources > 0 && speakers?.unlinked === 0,
    },
    { id: "coding", to: "/sources", isDone: counts.codings > 0 },
    { id: "memo", to: "/memos?new=memo", isDone: counts.memos > 0 },
  ];
  const next = steps.find(({ isDone }) => !isDone);
  if (!next) return null;
  return (
    <section aria-labelledby="home-next">
      <h3 id="home-next" className="label">
        {t("title")}
      </h3>
      <ol className="home-steps">
        {steps.map(({ id, to, isDone }) => (
          <li key={id} className={isDone ? "done" : id === next.id ? "next" : undefined}>
            <span className="home-tick" aria-hidden="true">
              {isDone ? <Icon name="check" /> : null}
            </span>
            <div>
              {isDone ? t(`${id}.name`) : <Link to={to}>{t(`${id}.name`)}</Link>}
              {isDone ? <span className="unseen"> {t("done")}</span> : null}
              {id === next.id ? (
                <p className="quiet">{t(`${id}.how`, { unlinked: speakers?.unlinked ?? 0 })}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
