import { useTranslations } from "use-intl";

import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { useStudy } from "../../store/study";
import { ChartDesk } from "./ChartDesk";
import "./compare-framework.css";

/** Summaries of codes by participants or cases, written over what is coded. */
export default function CompareFramework() {
  const t = useTranslations("compareFramework");
  const { data: study, error, refetch } = useStudy();
  if (study && study.counts.codes > 0) return <ChartDesk />;
  return (
    <>
      <Header title={t("title")} />
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          {error && !study ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!study && !error ? <Loading /> : null}
          {study ? (
            <EmptyState title={t("empty.title")} action={<Link to="/codebook">{t("empty.step")}</Link>}>
              <p>{t("empty.text")}</p>
            </EmptyState>
          ) : null}
        </div>
      </div>
    </>
  );
}
