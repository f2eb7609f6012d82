import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import "../../components/parts.css";
import { useSaturation, useSaturationFigure } from "../../store/saturation";
import { RuleBar } from "./RuleBar";
import { Told } from "./Told";
import "./saturation.css";
import { useSaturationChoice } from "./use-saturation-choice";

const FILES = ["svg", "png", "html"] as const;

/** When interviews stopped bringing new codes, and what that depends on. */
export default function CompareSaturation() {
  const t = useTranslations("compareSaturation");
  const { choice, shown, change } = useSaturationChoice();
  const { data, error, isPlaceholderData, refetch } = useSaturation(choice);
  const fileOf = useSaturationFigure(choice);
  const report = error ? undefined : data;
  const isEmpty = report?.pooled.interviews.length === 0;
  return (
    <>
      <Header title={t("title")}>
        {report && !isEmpty ? (
          <span className="row no-print">
            <Button size="small" onPress={() => window.print()}>
              {t("print")}
            </Button>
            {FILES.map((kind) => (
              <a key={kind} className="button small" href={fileOf(kind)} download title={t("figureHint")}>
                {t("figure", { kind: kind.toUpperCase() })}
              </a>
            ))}
          </span>
        ) : null}
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body sat">
          <RuleBar choice={choice} onChange={change} />
          {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!report && !error ? <Loading /> : null}
          {report && isEmpty ? (
            <EmptyState title={t("empty.title")}>
              <p>{t.rich("empty.text", { link: (words) => <Link to="/sources">{words}</Link> })}</p>
            </EmptyState>
          ) : null}
          {report && !isEmpty ? (
            <Told
              report={report}
              shown={shown}
              isOld={isPlaceholderData}
              onShow={(name) => change({ case: name ?? "" })}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
