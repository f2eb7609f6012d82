/** The codebook: all codes as a tree, and beside it what the chosen one means and holds. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { useParams, useSearchParams } from "wouter";

import { ErrorNote } from "../../components/ErrorNote";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import { addressOf } from "../../services/address";
import type { CodeRow } from "../../services/shapes";
import { useCodeActs, useCodes } from "../../store/codes";
import { useDesk } from "../../store/desk";
import { useGo } from "../../store/desk-actions";
import { usePrinting } from "../../components/use-printing";
import { useCanWrite, useStudy } from "../../store/study";
import { CodebookDialogs } from "./CodebookDialogs";
import { CodebookHeader } from "./CodebookHeader";
import { CodeInspector } from "./CodeInspector";
import { CodeTable } from "./CodeTable";
import { NoCodes } from "./NoCodes";
import { PrintedCodebook } from "./PrintedCodebook";
import { useCodebookActions } from "./use-codebook-actions";
import type { OpenDialog } from "./use-codebook-actions";
import "./code-dialogs.css";
import "./code-panels.css";
import "./codebook.css";

const NO_CODES: CodeRow[] = [];

export default function Codebook() {
  const t = useTranslations("codebook");
  const { id } = useParams<{ id?: string }>();
  const go = useGo();
  const { data, error, refetch } = useCodes();
  const canWrite = useCanWrite();
  const { data: study } = useStudy();
  const isPrinting = usePrinting();
  const acts = useCodeActs();
  const [dialog, setDialog] = useDialogAsked();
  const [renaming, setRenaming] = useState<string | null>(null);
  const [isInTree, setInTree] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  const codes = data?.codes ?? NO_CODES;
  const code = useMemo(() => codes.find((each) => each.id === id) ?? null, [codes, id]);
  const of = { interviewed: data?.interviewed ?? 0, sites: data?.sites ?? 0 };

  const choose = useCallback(
    (chosen: string | null) => go(chosen ? addressOf("code", chosen) : "/codebook", { replace: true }),
    [go],
  );
  const focusTree = useTreeFocus(body, codes, dialog !== null);
  const { remove, retire } = useCodebookActions({
    codes, code, canWrite, isInTree, open: setDialog, rename: setRenaming,
    choose: (next) => {
      choose(next);
      focusTree(next);
    },
  });

  const rename = (renamed: string, name: string | null) => {
    setRenaming(null);
    focusTree(renamed);
    if (name !== null) void acts.change(renamed, { name, was: { name: code?.name } });
  };
  const openInspector = () => {
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    requestAnimationFrame(() => document.getElementById("code-inspector")?.focus());
  };
  const close = (made?: string | null) => {
    setDialog(null);
    if (made) choose(made);
    focusTree(made ?? id ?? null);
  };

  return (
    <>
      <CodebookHeader canWrite={canWrite} hasCodes={codes.length > 0} onOpen={setDialog} />
      <div className="view">
        <div className="view-body codebook" ref={body}>
          {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {data && codes.length === 0 ? <NoCodes canWrite={canWrite} onOpen={setDialog} /> : null}
          {codes.length > 0 ? (
            <CodeTable
              codes={codes}
              of={of}
              chosen={code?.id ?? null}
              onChoose={choose}
              onOpen={openInspector}
              canWrite={canWrite}
              onMove={(moved, to) => void acts.move(moved, to)}
              renaming={renaming}
              onRename={rename}
              onFocusWithin={setInTree}
            />
          ) : null}
          {isPrinting ? <PrintedCodebook codes={codes} of={of} title={study?.title ?? ""} /> : null}
        </div>
        {codes.length > 0 ? (
          <Inspector label={t("inspector")}>
            <CodeInspector
              code={code}
              isGone={id !== undefined && code === null}
              of={of}
              canWrite={canWrite}
              onOpen={setDialog}
              onRemove={remove}
              onRetire={retire}
            />
          </Inspector>
        ) : null}
      </div>
      {dialog ? <CodebookDialogs dialog={dialog} codes={codes} onClose={close} /> : null}
    </>
  );
}

/** Puts the focus on a code's row, once the row is there and no dialog is over it. */
function useTreeFocus(
  body: RefObject<HTMLElement | null>,
  codes: readonly CodeRow[],
  isCovered: boolean,
) {
  const [wanted, setWanted] = useState<{ code: string | null } | null>(null);
  useEffect(() => {
    if (!wanted || isCovered) return;
    // A dialog that closed gives the focus back first.
    const timer = setTimeout(() => {
      const { code } = wanted;
      const at = code === null ? '[role="treegrid"]' : `[data-key="${code}"]`;
      const found = body.current?.querySelector<HTMLElement>(at);
      if (!found) return;
      found.focus();
      setWanted(null);
    }, 50);
    return () => clearTimeout(timer);
  }, [wanted, isCovered, codes, body]);
  return (code: string | null) => setWanted({ code });
}

/** The dialog that is open; `?new=code` in the address opens the one for a new code. */
function useDialogAsked() {
  const [parameters, setParameters] = useSearchParams();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const isAsked = parameters.get("new") === "code";
  useEffect(() => {
    if (!isAsked) return;
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address asks once
    setDialog({ name: "new", parent: null });
    setParameters(
      (now) => {
        now.delete("new");
        return now;
      },
      { replace: true },
    );
  }, [isAsked, setParameters]);
  return [dialog, setDialog] as const;
}
