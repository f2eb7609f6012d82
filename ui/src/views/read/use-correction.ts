/** Correcting the text in place: nothing typed is lost, and nothing is saved unseen. */

import { useCallback, useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { TranscriptHandle } from "../../components/transcript/transcript-handle";
import type { Correction, SourceCodings, SourceText } from "../../services/shapes";
import { cache } from "../../store/asking";
import { useSourceActs } from "../../store/sources";
import { differingLines, reapplied } from "./differing-turns";
import { draftOf, dropDraft, keepDraft, keptDraft, withDraft } from "./kept-draft";
import type { Draft } from "./kept-draft";

const KEEP_AFTER_MS = 400;

export type CorrectionAsk =
  | { what: "preview"; preview: Correction; text: string }
  | { what: "conflict"; mine: string; theirs: SourceText }
  | { what: "stop" }
  | null;

interface Base {
  text: SourceText;
  codings: SourceCodings;
}

export function useCorrection(
  source: string,
  now: Base,
  transcript: RefObject<TranscriptHandle | null>,
) {
  const { correct, previewCorrection } = useSourceActs();
  const [base, setBase] = useState<Base | null>(null);
  const [ask, setAsk] = useState<CorrectionAsk>(null);
  const [lines, setLines] = useState(0);
  const [isUnsaved, setUnsaved] = useState(false);
  const [isUnkept, setUnkept] = useState(false);
  const [found, setFound] = useState<Draft | null>(() => keptDraft(source));
  const toPut = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // A draft goes into the text once that text is open for correcting.
  useEffect(() => {
    if (base && toPut.current !== null) {
      transcript.current?.putDraft(toPut.current);
      toPut.current = null;
    }
    if (base) transcript.current?.focus();
  }, [base, transcript]);

  const keep = useCallback(() => {
    const draft = transcript.current?.draft();
    if (!base || draft === undefined) return;
    setLines(differingLines(draft, base.text.text).length);
    setUnsaved(draft !== base.text.text);
    if (draft === base.text.text) dropDraft(source);
    else if (!keepDraft(source, draftOf(base.text.text, draft, Date.now()))) setUnkept(true);
  }, [base, source, transcript]);

  const end = () => {
    clearTimeout(timer.current);
    dropDraft(source);
    setAsk(null);
    setLines(0);
    setUnsaved(false);
    setBase(null);
  };
  const text = () => transcript.current?.draft() ?? "";
  const latest = async (): Promise<SourceText | undefined> => {
    await cache.refetchQueries({ queryKey: ["sources", source, "text"] });
    return cache.getQueryData<SourceText>(["sources", source, "text", null]);
  };

  return {
    isCorrecting: base !== null,
    /** The text and codings to show: those that the correction began with. */
    shown: base ?? now,
    lines,
    isUnsaved,
    keep,
    /** This browser has no room to keep what is typed. */
    isUnkept,
    ask,
    setAsk,
    found: base ? null : found,
    start: () => setBase(now),
    edited: () => {
      setUnsaved(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, KEEP_AFTER_MS);
    },
    takeUp: () => {
      if (!found) return;
      toPut.current = withDraft(now.text.text, found);
      setFound(null);
      setBase(now);
    },
    dropFound: () => {
      dropDraft(source);
      setFound(null);
    },
    stop: () => {
      keep();
      if (base && text() !== base.text.text) setAsk({ what: "stop" });
      else end();
    },
    discard: () => {
      if (base) transcript.current?.putDraft(base.text.text);
      end();
    },
    /** Ask what saving would do to the codings. */
    preview: async () => {
      if (!base) return;
      const mine = text();
      if (mine === base.text.text) {
        end();
        return;
      }
      keep();
      const { revision } = base.text;
      const preview = await previewCorrection(
        source,
        { revision, text: mine },
        {
          onFailure: (failure) => {
            if (failure.slug !== "revised-meanwhile") return false;
            void latest().then((theirs) => theirs && setAsk({ what: "conflict", mine, theirs }));
            return true;
          },
        },
      );
      if (preview) setAsk({ what: "preview", preview, text: mine });
    },
    save: async (mine: string, note: string) => {
      if (!base) return;
      const body = { revision: base.text.revision, text: mine, ...(note ? { note } : {}) };
      const saved = await correct(source, body, {
        onFailure: (failure) => {
          if (failure.slug !== "revised-meanwhile") return false;
          void latest().then((theirs) => theirs && setAsk({ what: "conflict", mine, theirs }));
          return true;
        },
      });
      if (!saved || saved.waiting) return;
      const key = ["sources", source];
      await cache.invalidateQueries({ queryKey: key }, { cancelRefetch: false });
      end();
    },
    /** Put what was typed onto the text as somebody else left it. */
    again: (mine: string, theirs: SourceText) => {
      if (!base) return;
      toPut.current = reapplied(base.text.text, mine, theirs.text).text;
      setAsk(null);
      setBase({ text: theirs, codings: now.codings });
    },
    bothChanged: (mine: string, theirs: SourceText) =>
      base ? reapplied(base.text.text, mine, theirs.text).both : 0,
  };
}

export type CorrectionState = ReturnType<typeof useCorrection>;
