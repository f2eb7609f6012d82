import { useTranslations } from "use-intl";

import { ConflictList } from "../../components/ConflictList";
import { EditableText } from "../../components/EditableText";
import { ErrorNote } from "../../components/ErrorNote";
import { Button } from "../../components/Button";
import { Header } from "../../components/Header";
import { Loading } from "../../components/Progress";
import { useSettling } from "../../store/conflicts";
import { leaveStudy } from "../../store/shelf";
import { useCanWrite, useStudy, useStudyActs } from "../../store/study";
import { Lately } from "./Lately";
import { LeastCoded } from "./LeastCoded";
import { NextSteps } from "./NextSteps";
import { WhatThereIs } from "./WhatThereIs";
import "./home.css";

/** The study at a glance: what it is, what is in it, what to do next, what others did. */
export default function Home() {
  const t = useTranslations("home");
  const { data: study, error, refetch } = useStudy();
  const canWrite = useCanWrite();
  const { describe } = useStudyActs();
  // While there is nothing to look at, the steps come first.
  const counts = study?.counts;
  const isBegun = counts !== undefined && counts.sources + counts.codes + counts.cases > 0;

  return (
    <>
      <Header title={t("title")}>
        <Button size="small" kind="plain" onPress={() => void leaveStudy()}>
          {t("another")}
        </Button>
      </Header>
      <div className="view">
        <div className="view-body">
          {error && !study ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!study && !error ? <Loading /> : null}
          {study ? (
            <div className="home">
              <section className="home-study" aria-label={t("study")}>
                <h2>
                  <EditableText
                    label={t("studyTitle")}
                    value={study.title}
                    isReadOnly={!canWrite}
                    isRequired
                    onSave={async (title) => (await describe({ title })) !== null}
                  />
                </h2>
                <div className="home-description">
                  <EditableText
                    label={t("description")}
                    placeholder={t("noDescription")}
                    value={study.description ?? ""}
                    rows={5}
                    isReadOnly={!canWrite}
                    onSave={async (description) =>
                      (await describe({ description: description || null })) !== null
                    }
                  />
                </div>
              </section>
              {study.counts.conflicts > 0 ? <Conflicts /> : null}
              <div className="home-columns">
                <div className="home-column">
                  {isBegun ? <WhatThereIs counts={study.counts} /> : null}
                  {isBegun ? <LeastCoded /> : <NextSteps counts={study.counts} />}
                </div>
                <div className="home-column">
                  {isBegun ? <NextSteps counts={study.counts} /> : null}
                  <Lately />
                </div>
              </div>
            </div>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Conflicts() {
  return <ConflictList {...useSettling()} />;
}
