import { useTranslations } from "use-intl";

import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { useStudy } from "../../store/study";
import { InteractionDesk } from "./InteractionDesk";
import "./compare-interactions.css";

/** How factors act on one another, and who says so. */
export default function CompareInteractions() {
  const t = useTranslations("compareInteractions");
  const { data: study, error, refetch } = useStudy();
  if (study && study.counts.codes > 1) return <InteractionDesk />;
  return (
    <>
      <Header title={t("title")} />
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          {error && !study ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!study && !error ? <Loading /> : null}
          {study ? (
            <EmptyState title={t("noCodes.title")} action={<Link to="/codebook">{t("noCodes.step")}</Link>}>
              <p>{t("noCodes.text")}</p>
            </EmptyState>
          ) : null}
        </div>
      </div>
    </>
  );
}
