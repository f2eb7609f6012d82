/** Doing something: the sentence of what was done appears with an Undo, a failure with its hint. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";

import { answer } from "../services/api";
import { Failure } from "../services/failure";
import type { Saved } from "../services/shapes";
import { useDesk } from "./desk";
import { invalidate, ownOperations } from "./live-updates";
import type { Touched } from "./live-updates";

type Asked<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

export interface ActOptions extends Touched {
  /** Say nothing of success: the page shows it already. */
  quiet?: boolean;
  /** Deal with a failure on the page; false leaves it to the message at the foot. */
  onFailure?: (failure: Failure) => boolean;
}

/** What was saved, or null where it failed (which has been shown by then). */
export type Act = <T extends object = Saved>(doing: () => Asked<T>, options?: ActOptions) => Promise<T | null>;

export function useAct(): Act {
  const t = useTranslations("common");
  return useMemo<Act>(
    () => async (doing, options = {}) => {
      const { set, show } = useDesk.getState();
      set({ saving: useDesk.getState().saving + 1 });
      try {
        const done = await answer(doing());
        const saved = savedIn(done);
        if (saved?.waiting) {
          show({ text: t("toast.waiting") });
          return done;
        }
        if (saved?.operation) ownOperations.add(saved.operation);
        invalidate(options);
        if (saved?.sentence && !options.quiet)
          show({ text: sentenceCase(saved.sentence), operation: saved.operation });
        return done;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (options.onFailure?.(error)) return null;
        if (error.status !== 401) show(tellFailure(error, t));
        return null;
      } finally {
        set({ saving: useDesk.getState().saving - 1 });
      }
    },
    [t],
  );
}

/** What was recorded, wherever an answer carries it. */
function savedIn(done: object): Saved | null {
  if ("operation" in done && "heads" in done) return done as Saved;
  if ("saved" in done) return done.saved as Saved | null;
  return null;
}

/** History tells what somebody did (“coded a passage”); alone on a line it starts large. */
export function sentenceCase(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}

type CommonWords = ReturnType<typeof useTranslations<"common">>;

/** A failure in words; those that the desk could not say come from the catalogue. */
export function tellFailure(failure: Failure, t: CommonWords) {
  if (failure.status === 0)
    return { isFailure: true, text: t("failure.notConnected"), hint: t("failure.notConnectedHint") };
  if (!failure.sentence)
    return {
      isFailure: true,
      text: t("failure.unknown", { status: failure.status }),
      hint: t("failure.unknownHint"),
    };
  return { isFailure: true, text: failure.sentence, hint: failure.hint };
}
