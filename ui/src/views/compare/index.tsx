import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Loading } from "../../components/Progress";
import { useStudy } from "../../store/study";
import { ComparisonDesk } from "./ComparisonDesk";
import { NothingToCompare } from "./NothingToCompare";
import "./compare.css";

/** Who said what, by site, sector or whatever the study knows of its cases. */
export default function Compare() {
  const t = useTranslations("compare");
  const { data: study, error, refetch } = useStudy();
  if (study && study.counts.codes > 0 && study.counts.sources > 0 && study.counts.codings > 0)
    return <ComparisonDesk counts={study.counts} />;
  return (
    <>
      <Header title={t("title")} />
      <div className="view">
        <div className="view-body">
          {error && !study ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {study ? <NothingToCompare counts={study.counts} /> : null}
          {!study && !error ? <Loading /> : null}
        </div>
      </div>
    </>
  );
}
