import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { useActions } from "../../store/actions";
import { useGo } from "../../store/desk-actions";
import { qcaAddress, useQcaList } from "../../store/qca";
import { useCanWrite } from "../../store/study";
import { DefineDialog } from "./DefineDialog";

/** The stored definitions, and the way to a first one. */
export function QcaList() {
  const t = useTranslations("compareQca");
  const { data: analyses, error, refetch } = useQcaList();
  const canWrite = useCanWrite();
  const go = useGo();
  const [isDefining, setDefining] = useState(false);
  useActions([
    { id: "qca-define", title: t("act.define"), keys: ["n"], bar: t("bar.define"), group: t("title"), disabled: !canWrite, run: () => setDefining(true) },
  ]);
  const define = canWrite ? (
    <Button kind="main" onPress={() => setDefining(true)}>
      {t("act.define")}
    </Button>
  ) : null;

  return (
    <>
      <Header title={t("title")} />
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          {error && !analyses ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!analyses && !error ? <Loading /> : null}
          {analyses?.length === 0 ? (
            <EmptyState title={t("empty.title")} action={define}>
              <p>{t("empty.text")}</p>
              <p className="quiet">{t("empty.cases")}</p>
            </EmptyState>
          ) : null}
          {analyses && analyses.length > 0 ? (
            <>
              <ul className="qca-list">
                {analyses.map((each) => (
                  <li key={each.id}>
                    <p>
                      <Link to={qcaAddress(each.id)}>{each.name}</Link>
                    </p>
                    <p className="quiet small">
                      {t("list.about", {
                        outcome: each.outcome,
                        conditions: each.conditions.join(", "),
                        cases: each.cases,
                      })}
                    </p>
                    {each.description ? <p>{each.description}</p> : null}
                  </li>
                ))}
              </ul>
              <p className="row">{define}</p>
            </>
          ) : null}
        </div>
      </div>
      {isDefining ? (
        <DefineDialog
          analysis={null}
          onClose={(made) => {
            setDefining(false);
            if (made) go(qcaAddress(made));
          }}
        />
      ) : null}
    </>
  );
}
