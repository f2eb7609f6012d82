/** What the study claims, and whether the coding still bears it out. */
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { usePrinting } from "../../components/use-printing";
import { useFindings } from "../../store/findings";
import { useCanWrite, useStudy } from "../../store/study";
import { FindingsDesk } from "./FindingsDesk";
import { FindingsHeader } from "./FindingsHeader";
import { NewFindingDialog } from "./NewFindingDialog";
import { PrintedFindings } from "./PrintedFindings";
import { QuantityWords } from "./QuantityWords";
import { QuoteBank } from "./QuoteBank";
import { shownFindings } from "./figures";
import { ReportsDesk } from "./reports/ReportsDesk";
import { useFindingsAddress } from "./use-findings-address";
import "./findings.css";
import "./quotes.css";

export default function FindingsView() {
  const t = useTranslations("findings");
  const at = useFindingsAddress();
  const canWrite = useCanWrite();
  const isPrinting = usePrinting();
  const { data: study } = useStudy();
  const { data, error, isFetching, refetch } = useFindings();
  const [words, setWords] = useState("");
  const [isNew, setNew] = useState(false);
  const shown = useMemo(() => shownFindings(data?.findings ?? [], at.standing, words), [data, at.standing, words]);
  const { part } = at;
  const closeNew = (made: string | null) => {
    setNew(false);
    if (made) at.choose(made);
    else if (at.isNewAsked) at.set("new", null);
  };
  return (
    <>
      <FindingsHeader part={part} canWrite={canWrite} onNew={() => setNew(true)} />
      {part === "reports" ? <ReportsDesk chosen={at.report} canWrite={canWrite} /> : null}
      {error && !data && part !== "reports" ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error && part !== "reports" ? <Loading /> : null}
      {data && part === "ledger" ? (
        <FindingsDesk
          all={data}
          isBeingRead={isFetching}
          shown={shown}
          at={at}
          words={words}
          canWrite={canWrite}
          onWords={setWords}
          onNew={() => setNew(true)}
        />
      ) : null}
      {data && part === "quotes" ? <QuoteBank findings={data.findings} chosen={at.quote} canWrite={canWrite} /> : null}
      {data && part === "words" ? (
        <div className="view">
          <QuantityWords words={data.words} canWrite={canWrite} />
        </div>
      ) : null}
      {isPrinting && data && part === "ledger" ? <PrintedFindings findings={shown} title={study?.title ?? t("title")} /> : null}
      {canWrite && (isNew || at.isNewAsked) ? <NewFindingDialog onClose={closeNew} /> : null}
    </>
  );
}
