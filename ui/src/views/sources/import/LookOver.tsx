import { useEffect, useRef, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslations } from "use-intl";

import type { Import } from "../../../services/shapes";
import { useImportDesk } from "../../../store/import-desk";
import type { useImporting } from "../../../store/import-desk";
import type { ImportChoice } from "../../../store/imports";
import { FileButtons } from "./FileButtons";
import { FilePreview } from "./FilePreview";
import { NotTaken } from "./NotTaken";
import { ReadingOptions } from "./ReadingOptions";

interface Props {
  job: Import;
  /** What was chosen and is on its way. */
  chosen: Record<number, ImportChoice>;
  importing: ReturnType<typeof useImporting>;
}

/** What was read, before anything is stored. */
export function LookOver({ job, chosen, importing }: Props) {
  const t = useTranslations("sources.import");
  const { files, reading } = useImportDesk();
  const [at, setAt] = useState(job.sources[0]?.index ?? -1);
  const begin = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The list makes its lines a moment after it is there.
    const frame = requestAnimationFrame(() =>
      begin.current?.querySelector<HTMLElement>('[role="option"], input')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  const shown = job.sources.find(({ index }) => index === at) ?? job.sources[0];
  const { sources, refused, duplicates } = job;

  return (
    <>
      <div className="row">
        <p role="status">
          {t("summary", { sources: sources.length, refused: refused.length, duplicates: duplicates.length })}
        </p>
        <span className="spacer" />
        {files.length > 0 ? <FileButtons onFiles={(more) => void importing.add(more)} /> : null}
      </div>
      {job.error ? (
        <div className="error-note" role="alert">
          <strong>{job.error.sentence}</strong>
          {job.error.hint ? <p>{job.error.hint}</p> : null}
          <p>{t("failed")}</p>
        </div>
      ) : null}
      {shown ? (
        <div ref={begin} className={`import-over${sources.length > 1 ? "" : " single"}`}>
          {sources.length > 1 ? (
            <ListBox
              className="import-list"
              aria-label={t("list")}
              selectionMode="single"
              selectionBehavior="replace"
              disallowEmptySelection
              items={sources.map((source) => ({ ...source, id: source.index }))}
              dependencies={[chosen]}
              selectedKeys={[shown.index]}
              onSelectionChange={(keys) => {
                if (keys !== "all") setAt(Number([...keys][0]));
              }}
            >
              {(source) => {
                const choice = chosen[source.index];
                const isOut = choice?.leave_out ?? source.left_out;
                const speakers = source.labels.filter(({ taken }) => taken).length;
                return (
                  <ListBoxItem
                    id={source.index}
                    className={`import-item${isOut ? " out" : ""}`}
                    textValue={choice?.name ?? source.name}
                  >
                    <span className="name">{choice?.name ?? source.name}</span>
                    <small>{isOut ? t("leftOut") : t("speakersOf", { count: speakers })}</small>
                  </ListBoxItem>
                );
              }}
            </ListBox>
          ) : null}
          <FilePreview
            key={shown.index}
            source={shown}
            choice={chosen[shown.index]}
            isReading={job.phase === "reading"}
            onChoose={(choice) => void importing.choose({ ...choice, index: shown.index })}
          />
        </div>
      ) : null}
      <NotTaken job={job} />
      {files.length > 0 ? (
        <details className="import-again">
          <summary>{t("options")}</summary>
          <ReadingOptions reading={reading} onChange={(next) => void importing.read(files, next)} />
          <p className="quiet small">{t("readAgain")}</p>
        </details>
      ) : null}
    </>
  );
}
