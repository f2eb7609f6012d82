import { useTranslations } from "use-intl";

import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { useStudy } from "../../store/study";
import { DominanceDesk } from "./DominanceDesk";
import "./compare-dominance.css";

/** A cause across domains, and what named analysts judge of it. */
export default function CompareDominance() {
  const t = useTranslations("compareDominance");
  const { data: study, error, refetch } = useStudy();
  if (study && study.counts.codes > 1 && study.counts.codings > 0) return <DominanceDesk />;
  return (
    <>
      <Header title={t("title")} />
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          {error && !study ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!study && !error ? <Loading /> : null}
          {study ? (
            <EmptyState title={t("nothing.title")} action={<Link to="/codebook">{t("nothing.step")}</Link>}>
              <p>{t("nothing.text")}</p>
            </EmptyState>
          ) : null}
        </div>
      </div>
    </>
  );
}
