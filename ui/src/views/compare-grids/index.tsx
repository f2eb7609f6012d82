import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { CompareTabs } from "../../components/CompareTabs";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Loading } from "../../components/Progress";
import { useGrids } from "../../store/grids";
import { GridDesk } from "./GridDesk";
import { GridShelf } from "./GridShelf";
import "./compare-grids.css";

/** Grids in which people judge cases, such as policy streams by levels. */
export default function CompareGrids() {
  const t = useTranslations("compareGrids");
  const [parameters] = useSearchParams();
  const { data, error, refetch } = useGrids();
  const wanted = parameters.get("grid");
  const grid = data?.grids.find(({ id }) => id === wanted) ?? data?.grids[0];
  if (data && grid && wanted !== "new") return <GridDesk key={grid.id} grids={data.grids} grid={grid} />;
  return (
    <>
      <Header title={t("title")} />
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {data ? <GridShelf offered={data.available} hasGrids={data.grids.length > 0} /> : null}
        </div>
      </div>
    </>
  );
}
