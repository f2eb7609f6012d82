import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { address } from "../../services/address";
import type { OperationWhole } from "../../services/shapes";
import { sentenceCase } from "../../store/acting";
import { useAsOf } from "../../store/asking";
import { useGo } from "../../store/desk-actions";
import { useOperation, useUndoing } from "../../store/history";
import { useCanWrite } from "../../store/study";
import { ChangedThings } from "./ChangedThings";
import { OperationMarks } from "./OperationLine";

const WHEN = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
const MARKS = new Set(["undone", "redone", "purged"]);

/** What one operation did, and what can be done about it. */
export function OperationInspector({ operation }: { operation: string }) {
  const { data, error, refetch } = useOperation(operation);
  if (error && !data) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  return data ? <Whole operation={data} /> : <Loading />;
}

function Whole({ operation }: { operation: OperationWhole }) {
  const t = useTranslations("history.one");
  const list = useTranslations("history.list");
  const format = useFormatter();
  const { person, sentence, wall_ms, sentence_key, will_not_return, undone } = operation;
  return (
    <div className="history-one">
      <h2>{t("title")}</h2>
      <p className="history-sentence">{sentenceCase(sentence)}</p>
      <p className="quiet">
        {t("who", { person: person ?? list("somebody"), when: format.dateTime(new Date(wall_ms), WHEN) })}
      </p>
      <OperationMarks operation={operation} />
      <Doing operation={operation} />
      {will_not_return.length > 0 && !undone ? (
        <section className="history-stays">
          <h3>{t("staysTitle")}</h3>
          <p className="quiet small">{t("staysText")}</p>
          <ul>
            {will_not_return.map((each) => (
              <li key={each}>{sentenceCase(each)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <h3>{t("changed")}</h3>
      {MARKS.has(sentence_key) ? (
        <p className="quiet">{t(`marks.${sentence_key as "undone" | "redone" | "purged"}`)}</p>
      ) : (
        <ChangedThings changed={operation.changed} total={operation.entities} />
      )}
    </div>
  );
}

function Doing({ operation: { operation, undone, sentence_key } }: { operation: OperationWhole }) {
  const t = useTranslations("history.one");
  const asOf = useAsOf();
  const go = useGo();
  const canWrite = useCanWrite();
  const { undo, redo } = useUndoing();
  const [isBusy, setBusy] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const act = async (doing: (operation: string) => Promise<unknown>) => {
    setBusy(true);
    await doing(operation);
    setBusy(false);
  };
  return (
    <>
      <div className="row history-doing no-print">
        {canWrite && !MARKS.has(sentence_key) ? (
          <Button isDisabled={isBusy} onPress={() => void act(undone ? redo : undo)}>
            {t(undone ? "redo" : "undo")}
          </Button>
        ) : null}
        {asOf === operation ? null : (
          <Button onPress={() => go(address("/", { as_of: operation }))}>{t("see")}</Button>
        )}
        <Button
          kind="plain"
          onPress={() => void navigator.clipboard.writeText(operation).then(() => setCopied(operation))}
        >
          {t(copied === operation ? "copied" : "copy")}
        </Button>
      </div>
      <p className="unseen" role="status">
        {copied === operation ? t("copied") : ""}
      </p>
      {canWrite ? null : <p className="quiet small">{t(asOf === null ? "readOnly" : "earlier")}</p>}
    </>
  );
}
