/** What this page remembers of itself: nothing here is part of the study. */
import { create } from "zustand";
import { persist } from "zustand/middleware";

import type { Language } from "../messages";
import type { FailureShape } from "../services/shapes";

export type Theme = "auto" | "light" | "dark";

export interface Selection {
  kind: "code" | "coding" | "passage" | "case" | "memo" | "source" | "cell" | "operation";
  id: string;
}

export interface Toast {
  id: number;
  text: string;
  hint?: string | null;
  isFailure?: boolean;
  /** The operation that its Undo takes back. */
  operation?: string | null;
  action?: { label: string; run: () => void };
}

interface Kept {
  theme: Theme;
  language: Language;
  isInspectorOpen: boolean;
  /** The last nine codes used, the latest first: keys 1 to 9. */
  lastCodes: string[];
  /** Coders whose codings are hidden; everybody else is shown. */
  codersHidden: string[];
}

interface Desk extends Kept {
  selection: Selection | null;
  isPaletteOpen: boolean;
  isKeysOpen: boolean;
  /** The side panel over the work, on a narrow page. */
  isInspectorOver: boolean;
  busy: string | null;
  saving: number;
  toasts: Toast[];
  /** When somebody else last changed the study, by person. */
  others: Record<string, number>;
  refusedShown: { failure: FailureShape; intent: string } | null;
  set: (changes: Partial<Omit<Desk, "set" | "show" | "putAway" | "useCode">>) => void;
  show: (toast: Omit<Toast, "id">) => void;
  putAway: (toast: number) => void;
  useCode: (code: string) => void;
}

const TOASTS_SHOWN = 3;
let lastToast = 0;

export const useDesk = create<Desk>()(
  persist(
    (set) => ({
      theme: "auto",
      language: navigator.language.startsWith("de") ? "de" : "en",
      isInspectorOpen: true,
      lastCodes: [],
      codersHidden: [],
      selection: null,
      isPaletteOpen: false,
      isKeysOpen: false,
      isInspectorOver: false,
      busy: null,
      saving: 0,
      toasts: [],
      others: {},
      refusedShown: null,
      set,
      show: (toast) =>
        set((desk) => ({
          toasts: [...desk.toasts, { ...toast, id: ++lastToast }].slice(-TOASTS_SHOWN),
        })),
      putAway: (toast) =>
        set((desk) => ({ toasts: desk.toasts.filter((each) => each.id !== toast) })),
      useCode: (code) =>
        set((desk) => ({
          lastCodes: [code, ...desk.lastCodes.filter((each) => each !== code)].slice(0, 9),
        })),
    }),
    {
      name: "crosscase.desk",
      partialize: ({ theme, language, isInspectorOpen, lastCodes, codersHidden }): Kept => ({
        theme,
        language,
        isInspectorOpen,
        lastCodes,
        codersHidden,
      }),
    },
  ),
);
