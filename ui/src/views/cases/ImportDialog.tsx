import { useEffect, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import type { Cases, TableTaken } from "../../services/shapes";
import type { Failure } from "../../services/failure";
import { useCaseActs } from "../../store/cases";
import { ImportColumns } from "./ImportColumns";
import { ImportReport } from "./ImportReport";
import { parseTable } from "./clipboard-table";
import { guessKind, guessUses, tableAsked, withHeads } from "./import-uses";
import type { ColumnUse, Pasted } from "./import-uses";

interface Props {
  cases: Cases;
  /** What was pasted on the heads, where it was. */
  initial: string;
  onClose: () => void;
}

interface Choices {
  pasted: Pasted;
  uses: ColumnUse[];
  kind: string;
}

/** Take cases from a spreadsheet: paste or choose it, say what each column is, see what it would
 * do, then one step that can be undone. */
export function ImportDialog({ cases, initial, onClose }: Props) {
  const t = useTranslations("cases.import");
  const common = useTranslations("common.dialog");
  const { takeInTable, readTable } = useCaseActs();
  const begin = (pasted: Pasted | null): Choices | null =>
    pasted && { pasted, uses: guessUses(pasted, cases), kind: guessKind(pasted) };
  const [text, setText] = useState(initial);
  const [choices, setChoices] = useState(() => begin(withHeads(parseTable(initial))));
  const [tried, setTried] = useState<TableTaken | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isStoring, setStoring] = useState(false);

  const keep = (error: Failure) => {
    setTried(null);
    setFailure(error);
    return true;
  };
  const asked = choices && tableAsked(choices.pasted, choices.uses, choices.kind, cases);

  // Each choice is tried at once; an answer that comes late for an earlier one is let go.
  useEffect(() => {
    if (!asked) return;
    let isLatest = true;
    void takeInTable(
      { ...asked, dry_run: true },
      { onFailure: (error) => !isLatest || keep(error) },
    ).then((taken) => {
      if (!isLatest || !taken || !("made" in taken)) return;
      setFailure(null);
      setTried(taken);
    });
    return () => {
      isLatest = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- tried anew when the choices are others
  }, [choices]);

  const store = async () => {
    if (!asked) return;
    setStoring(true);
    const saved = await takeInTable(asked, { onFailure: keep });
    setStoring(false);
    if (saved) onClose();
  };

  const read = async (file: File | undefined) => {
    if (!file) return;
    setFailure(null);
    const table = await readTable(file, { onFailure: keep });
    if (table && "columns" in table) setChoices(begin({ columns: table.columns, rows: table.rows }));
  };
  const take = (typed: string) => {
    setText(typed);
    setChoices(begin(withHeads(parseTable(typed))));
    setFailure(null);
  };

  const count = tried ? tried.made + tried.updated : 0;
  return (
    <Dialog
      title={t("title")}
      size="wide"
      onClose={onClose}
      footer={
        <>
          {choices ? (
            <Button
              onPress={() => {
                setChoices(null);
                setTried(null);
                setFailure(null);
              }}
            >
              {t("again")}
            </Button>
          ) : null}
          <span className="spacer" />
          <Button onPress={onClose}>{common("cancel")}</Button>
          {choices ? (
            <Button kind="main" isDisabled={count === 0 || isStoring} onPress={() => void store()}>
              {count > 0 ? t("take", { count }) : t("takeNone")}
            </Button>
          ) : (
            <Button kind="main" isDisabled={withHeads(parseTable(text)) === null} onPress={() => take(text)}>
              {t("goOn")}
            </Button>
          )}
        </>
      }
    >
      {choices ? (
        <>
          <ImportColumns
            {...choices}
            cases={cases}
            onKind={(kind) => setChoices({ ...choices, kind })}
            onUse={(at, use) =>
              setChoices({
                ...choices,
                uses: choices.uses.map((each, place) => {
                  if (place === at) return { ...each, ...use };
                  // Only one column is the name.
                  return use.use === "name" && each.use === "name" ? { ...each, use: "attribute" } : each;
                }),
              })
            }
          />
          {asked ? null : <p className="field-error">{t("needsName")}</p>}
          {failure ? <ErrorNote error={failure} /> : null}
          {tried ? <ImportReport taken={tried} /> : null}
        </>
      ) : (
        <>
          <p>{t("how")}</p>
          <Field
            label={t("paste")}
            value={text}
            onChange={setText}
            onPaste={(event) => {
              // A table that is pasted whole is gone on with at once; what is typed waits for the button.
              const pasted = event.clipboardData.getData("text/plain");
              if (text.trim() !== "" || withHeads(parseTable(pasted)) === null) return;
              event.preventDefault();
              take(pasted);
            }}
            rows={9}
            autoFocus
            hint={text.trim() && withHeads(parseTable(text)) === null ? t("tooShort") : t("example")}
            spellCheck={false}
          />
          <div className="row">
            <FileTrigger
              acceptedFileTypes={[".csv", ".tsv", ".xlsx", "text/csv"]}
              onSelect={(files) => void read(files?.[0])}
            >
              <Button>{t("file")}</Button>
            </FileTrigger>
            <span className="quiet small">{t("fileKinds")}</span>
          </div>
          {failure ? <ErrorNote error={failure} /> : null}
        </>
      )}
    </Dialog>
  );
}
