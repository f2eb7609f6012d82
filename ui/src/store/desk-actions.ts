/** What can be done everywhere, with its keys. */
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useLocation } from "wouter";

import { withAsOf } from "../services/address";
import { useActions } from "./actions";
import { useAsOf } from "./asking";
import { useDesk } from "./desk";
import { useUndoing } from "./history";
import { leaveStudy } from "./shelf";
import { useCanWrite } from "./study";

export const VIEWS = [
  { id: "home", path: "/", key: "h" },
  { id: "sources", path: "/sources", key: "s" },
  { id: "codebook", path: "/codebook", key: "b" },
  { id: "cases", path: "/cases", key: "a" },
  { id: "memos", path: "/memos", key: "o" },
  { id: "frames", path: "/frames", key: "r" },
  { id: "fieldwork", path: "/fieldwork", key: "w" },
  { id: "search", path: "/search", key: "f" },
  { id: "compare", path: "/compare", key: "m" },
  { id: "findings", path: "/findings", key: "i" },
  { id: "history", path: "/history", key: "y" },
] as const;

/** The box of Search: its key leads there from anywhere. */
export const SEARCH_BOX = "search-box";

export type ViewId = (typeof VIEWS)[number]["id"];

/** Go to an address of the desk; the day that is looked at is kept. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const [, navigate] = useLocation();
  const asOf = useAsOf();
  return useCallback((to, options) => navigate(withAsOf(to, asOf), options), [navigate, asOf]);
}

/** To be called once, by the shell. */
export function useDeskActions(): void {
  const t = useTranslations("common");
  const go = useGo();
  const canWrite = useCanWrite();
  const { undo, redo } = useUndoing();
  const { set } = useDesk.getState();
  const toggleInspector = () => {
    const { isInspectorOpen, isInspectorOver } = useDesk.getState();
    set({ isInspectorOpen: !isInspectorOpen, isInspectorOver: !isInspectorOver });
  };

  useActions([
    {
      id: "palette",
      title: t("action.palette"),
      keys: ["Mod+k"],
      everywhere: true,
      unlisted: true,
      run: () => set({ isPaletteOpen: !useDesk.getState().isPaletteOpen }),
    },
    { id: "keys", title: t("action.keys"), keys: ["?"], run: () => set({ isKeysOpen: true }) },
    {
      id: "undo",
      title: t("action.undo"),
      keys: ["Mod+z"],
      disabled: !canWrite,
      run: () => void undo(),
    },
    {
      id: "redo",
      title: t("action.redo"),
      keys: ["Mod+Shift+z", "Mod+y"],
      disabled: !canWrite,
      run: () => void redo(),
    },
    {
      id: "search-texts",
      title: t("action.search"),
      keys: ["/"],
      run: () => {
        const box = document.getElementById(SEARCH_BOX);
        if (box) box.focus();
        else go("/search");
      },
    },
    { id: "reports", title: t("action.reports"), words: t("action.reportsWords"), run: () => go("/findings?part=reports") },
    { id: "shelf", title: t("action.shelf"), run: () => void leaveStudy() },
    { id: "inspector", title: t("action.inspector"), keys: ["Mod+i"], run: toggleInspector },
    ...VIEWS.map(({ id, path, key }) => ({
      id: `go-${id}`,
      title: t("action.go", { view: t(`rail.${id}`) }),
      keys: [`Alt+${key}`],
      group: t("keys.views"),
      unlisted: true, // the palette has the views by their own names
      run: () => go(path),
    })),
  ]);
}
