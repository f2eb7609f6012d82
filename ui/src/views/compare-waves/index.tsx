import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import "../../components/parts.css";
import type { WaveRow } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useStudy } from "../../store/study";
import { useWaves } from "../../store/waves";
import { Changes } from "./Changes";
import { WaveDialog } from "./WaveDialog";
import { WaveTable } from "./WaveTable";
import "./waves.css";

/** Rounds of fieldwork, and what changed from one to the next. */
export default function CompareWaves() {
  const t = useTranslations("compareWaves");
  const { data, error, refetch } = useWaves();
  const { data: study } = useStudy();
  const [edited, setEdited] = useState<WaveRow | "new" | null>(null);
  const canWrite = study?.read_only === false;
  const add = () => setEdited("new");
  useActions(
    canWrite
      ? [{ id: "wave-add", title: t("keys.addTitle"), keys: ["n"], bar: t("keys.add"), group: t("title"), run: add }]
      : [],
  );
  const button = canWrite ? (
    <Button kind="main" size="small" onPress={add}>
      {t("add")}
    </Button>
  ) : null;
  return (
    <>
      <Header title={t("title")}>
        {data && data.waves.length > 0 ? (
          <span className="row no-print">
            <Button size="small" onPress={() => window.print()}>
              {t("print")}
            </Button>
            {button}
          </span>
        ) : null}
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body waves">
          {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {data?.waves.length === 0 ? (
            <EmptyState title={t("empty.title")} action={button}>
              <p>{t("empty.text")}</p>
              <p>{t.rich("empty.posts", { link: (words) => <Link to="/cases">{words}</Link> })}</p>
            </EmptyState>
          ) : null}
          {data && data.waves.length > 0 ? (
            <>
              <WaveTable list={data} canWrite={canWrite} onEdit={setEdited} />
              <Changes />
            </>
          ) : null}
        </div>
      </div>
      {edited ? <WaveDialog wave={edited === "new" ? null : edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}
