import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { useActions } from "../../store/actions";
import { useGo } from "../../store/desk-actions";
import { frameAddress, useFrameActs, useFrames } from "../../store/frames";
import { useCanWrite } from "../../store/study";
import { ImportFrameDialog } from "./ImportFrameDialog";

/** All frames, and the ways to a first one. */
export function FrameList() {
  const t = useTranslations("frames");
  const { data: frames, error, refetch } = useFrames();
  const canWrite = useCanWrite();
  const go = useGo();
  const { addShipped } = useFrameActs();
  const [isImporting, setImporting] = useState(false);

  const add = async () => {
    const saved = await addShipped();
    const made = saved?.ids[0];
    if (made) go(frameAddress(made));
  };
  useActions([
    { id: "frame-import", title: t("act.import"), keys: ["n"], bar: t("bar.import"), group: t("title"), disabled: !canWrite, run: () => setImporting(true) },
    { id: "frame-shipped", title: t("act.shipped"), group: t("title"), disabled: !canWrite, run: () => void add() },
  ]);
  const ways = canWrite ? (
    <>
      <Button kind="main" onPress={() => setImporting(true)}>
        {t("act.import")}
      </Button>
      <Button onPress={() => void add()}>{t("act.shipped")}</Button>
    </>
  ) : null;

  return (
    <>
      <Header title={t("title")} />
      <div className="view">
        <div className="view-body">
          {error && !frames ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!frames && !error ? <Loading /> : null}
          {frames?.length === 0 ? (
            <EmptyState title={t("empty.title")} action={ways}>
              <p>{t("empty.text")}</p>
              <p className="quiet">{t("empty.shipped")}</p>
            </EmptyState>
          ) : null}
          {frames && frames.length > 0 ? (
            <>
              <ul className="frame-list">
                {frames.map((frame) => (
                  <li key={frame.id}>
                    <p>
                      <Link to={frameAddress(frame.id)}>{frame.name}</Link>
                    </p>
                    <p className="quiet small">
                      {t("list.about", {
                        cases: frame.cases,
                        characteristics: frame.characteristics,
                        groupings: frame.groupings,
                      })}
                    </p>
                    {frame.description ? <p className="frame-words">{frame.description}</p> : null}
                  </li>
                ))}
              </ul>
              <p className="row">{ways}</p>
            </>
          ) : null}
        </div>
      </div>
      {isImporting ? (
        <ImportFrameDialog
          onClose={(made) => {
            setImporting(false);
            if (made) go(frameAddress(made));
          }}
        />
      ) : null}
    </>
  );
}
