import { useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { useStudy } from "../../store/study";
import { SearchDesk } from "./SearchDesk";
import "./search.css";

/** Words, phrases and questions, with the passages that answer. */
export default function Search() {
  const t = useTranslations("search");
  const { data: study } = useStudy();
  if (study?.counts.sources !== 0) return <SearchDesk />;
  return (
    <>
      <Header title={t("title")} />
      <div className="view">
        <div className="view-body">
          <EmptyState
            title={t("start.noSources")}
            action={<Link to="/sources?add=files">{t("start.noSourcesStep")}</Link>}
          >
            <p>{t("start.noSourcesText")}</p>
          </EmptyState>
        </div>
      </div>
    </>
  );
}
