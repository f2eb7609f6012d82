import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useInteractionFiles, useInteractions, useSensitivity } from "../../store/interactions";
import { useCanWrite } from "../../store/study";
import { EdgeInspector } from "./EdgeInspector";
import { EdgeTable } from "./EdgeTable";
import type { EdgeTableHandle } from "./EdgeTable";
import { GraphDrawing } from "./GraphDrawing";
import { GraphMeasures } from "./GraphMeasures";
import { NarrowingBar } from "./NarrowingBar";
import { NewInteractionDialog } from "./NewInteractionDialog";
import { useNarrowing } from "./use-narrowing";

/** The graph with a table beside it that says the same, and what is behind the edge that is open. */
export function InteractionDesk() {
  const t = useTranslations("compareInteractions");
  const { narrowing, choice, edge: key, showsRest, change } = useNarrowing();
  const { data: graph, error, isPlaceholderData, refetch } = useInteractions(narrowing);
  const { data: rest } = useSensitivity(narrowing, showsRest);
  const files = useInteractionFiles(narrowing);
  const canWrite = useCanWrite();
  const table = useRef<EdgeTableHandle>(null);
  const [opened, setOpened] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const edge = graph?.edges.find((each) => each.key === key) ?? null;
  const isNarrowed = Object.keys(narrowing).length > 0;

  const open = (wanted: string, { byKey }: { byKey: boolean }) => {
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    change({ edge: wanted });
    if (byKey) setOpened((count) => count + 1);
  };
  const back = () => {
    useDesk.getState().set({ isInspectorOver: false });
    table.current?.focus(key);
  };
  const group = t("title");
  useActions([
    {
      id: "interactions-table",
      title: t("keys.tableTitle"),
      keys: ["t"],
      bar: t("keys.table"),
      group,
      run: () => table.current?.focus(key),
    },
    {
      id: "interactions-new",
      title: t("new.title"),
      keys: ["n"],
      bar: t("keys.new"),
      group,
      disabled: !canWrite,
      run: () => setAdding(true),
    },
  ]);
  const addButton = (
    <Button kind="main" size="small" onPress={() => setAdding(true)}>
      {t("new.button")}
    </Button>
  );

  return (
    <>
      <Header title={t("title")}>
        <span className="row no-print">
          <Button size="small" onPress={() => window.print()}>
            {t("print")}
          </Button>
          <a className="button small" href={files.figure} download>
            {t("export.figure")}
          </a>
          <a className="button small" href={files.word} download>
            {t("export.word")}
          </a>
          <a className="button small" href={files.table} download>
            {t("export.csv")}
          </a>
          {canWrite && graph && graph.edges.length > 0 ? addButton : null}
        </span>
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body">
          {graph ? <NarrowingBar graph={graph} choice={choice} showsRest={showsRest} onChange={change} /> : null}
          {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!graph && !error ? <Loading /> : null}
          {graph && !error && graph.edges.length === 0 ? (
            <EmptyState
              title={t(isNarrowed ? "nothing.narrowed" : "nothing.title")}
              action={canWrite && !isNarrowed ? addButton : null}
            >
              <p>{t(isNarrowed ? "nothing.narrowedText" : "nothing.text")}</p>
            </EmptyState>
          ) : null}
          {graph && !error ? (
            <div className={`interactions${isPlaceholderData ? " old" : ""}`}>
              {graph.edges.length > 0 ? (
                <>
                  <p className="interactions-of">
                    {t("of", { count: graph.edges.length, participants: graph.participants })}
                  </p>
                  <ul className="interactions-notes" aria-label={t("notes")}>
                    {graph.notes.map((note) => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                  <GraphDrawing graph={graph} open={edge?.key ?? null} onOpen={open} />
                  <EdgeTable ref={table} graph={graph} rest={showsRest ? rest : undefined} open={key} onOpen={open} />
                </>
              ) : null}
              <GraphMeasures graph={graph} />
            </div>
          ) : null}
        </div>
        <Inspector label={t("inspector.title")}>
          {edge ? (
            <EdgeInspector key={edge.key} edge={edge} focusCount={opened} onBack={back} />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector.title")}</h2>
              <p>{t("inspector.hint")}</p>
              <p className="quiet">
                {t.rich("inspector.cooccurrence", {
                  link: (words) => <Link to="/compare/cooccurrence">{words}</Link>,
                })}
              </p>
            </div>
          )}
        </Inspector>
      </div>
      {isAdding ? <NewInteractionDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
