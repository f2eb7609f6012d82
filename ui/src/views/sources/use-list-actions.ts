import type { RefObject } from "react";
import { useTranslations } from "use-intl";

import { sourceAddress } from "../../services/address";
import type { SourceRow } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useGo } from "../../store/desk-actions";
import { useSourceActs } from "../../store/sources";
import { among } from "./choosing";
import { useListState } from "./list-state";

interface Given {
  ids: readonly string[];
  rows: readonly SourceRow[];
  canWrite: boolean;
  openImport: () => void;
  askSpeakers: () => void;
  filterField: RefObject<HTMLInputElement | null>;
  grid: RefObject<HTMLDivElement | null>;
}

/** What can be done with the list, by its keys, its buttons and the palette. */
export function useListActions({ ids, rows, canWrite, openImport, askSpeakers, filterField, grid }: Given) {
  const t = useTranslations("sources.action");
  const view = useTranslations("sources")("title");
  const go = useGo();
  const { remove: removeOne, removeAll, describe, linkSpeakersByName } = useSourceActs();
  const { chosen, isFocused, set } = useListState();
  const isChosen = chosen.ids.size > 0;
  const focusGrid = () => grid.current?.focus({ preventScroll: true });

  const open = (id: string) => go(sourceAddress(id));
  const remove = async () => {
    const going = ids.filter((id) => useListState.getState().chosen.ids.has(id));
    const [first] = going;
    if (first === undefined) return;
    focusGrid();
    // First to what stays: what is known of a removed source is not asked for any more.
    const before = useListState.getState().chosen;
    set({ chosen: among(before, ids.filter((id) => !going.includes(id)), ids) });
    const removed = await (going.length === 1 ? removeOne(first) : removeAll(going));
    if (removed === null) set({ chosen: before });
  };
  const rename = async (id: string, name: string) => {
    const was = rows.find((row) => row.id === id)?.name;
    return (await describe(id, { name, ...(was === undefined ? {} : { was: { name: was } }) })) !== null;
  };

  useActions([
    { id: "sources-open", title: t("open"), keys: ["Enter"], bar: t("openBar"), group: view, disabled: !isFocused || chosen.at === null, unlisted: true, run: () => chosen.at !== null && open(chosen.at) },
    { id: "sources-add", title: t("add"), keys: ["i"], bar: t("addBar"), group: view, disabled: !canWrite, words: "import upload new transcript document", run: openImport },
    { id: "sources-filter", title: t("filter"), keys: ["/"], bar: t("filterBar"), group: view, disabled: ids.length === 0 && useListState.getState().filter === "", run: () => filterField.current?.select() },
    { id: "sources-rename", title: t("rename"), keys: ["F2"], bar: t("renameBar"), group: view, disabled: !canWrite || chosen.at === null, run: () => set({ renaming: chosen.at }) },
    { id: "sources-remove", title: t("remove"), keys: ["Delete"], bar: t("removeBar"), group: view, disabled: !canWrite || !isChosen, words: "delete", run: () => void remove() },
    { id: "sources-print", title: t("print"), group: view, disabled: ids.length === 0, run: () => window.print() },
    { id: "sources-who", title: t("whoSpeaks"), group: view, disabled: ids.length === 0, run: askSpeakers },
    { id: "sources-link", title: t("linkByName"), group: view, disabled: !canWrite || ids.length === 0, run: () => void linkSpeakersByName() },
  ]);

  return { open, remove: () => void remove(), rename };
}
