/** The one import that this page has in hand: the files, how they are read, what was chosen. It
 * outlives the view, so that one can go on working while it is read or stored. */
import { useTranslations } from "use-intl";
import { create } from "zustand";

import { Failure } from "../services/failure";
import type { Import } from "../services/shapes";
import { sentenceCase, tellFailure } from "./acting";
import { useDesk } from "./desk";
import { useImportActs } from "./imports";
import type { ImportChoice } from "./imports";
import { invalidate } from "./live-updates";

const KEPT_AS = "crosscase.import"; // after loading the page again, the import is still there

export interface ReadingChoices {
  takesSpeakers: boolean;
  joinsLines: boolean;
  language: string;
}

interface ImportDesk {
  isOpen: boolean;
  /** What was sent, so that it can be read anew in another way; empty after a reload. */
  files: readonly File[];
  /** Tables among them: they are asked about apart. */
  tables: readonly File[];
  reading: ReadingChoices;
  /** Bytes on their way to the desk. */
  sent: { done: number; total: number } | null;
  id: string | null;
  isStoring: boolean;
  /** What was chosen and is not answered yet, by the number of the source. */
  chosen: Record<number, ImportChoice>;
  set: (changes: Partial<Omit<ImportDesk, "set">>) => void;
}

const AT_FIRST: ReadingChoices = { takesSpeakers: true, joinsLines: false, language: "" };

export const useImportDesk = create<ImportDesk>()((set) => ({
  isOpen: false,
  files: [],
  tables: [],
  reading: AT_FIRST,
  sent: null,
  id: sessionStorage.getItem(KEPT_AS),
  isStoring: false,
  chosen: {},
  set: (changes) => {
    if (changes.id === null) sessionStorage.removeItem(KEPT_AS);
    else if (changes.id !== undefined) sessionStorage.setItem(KEPT_AS, changes.id);
    set(changes);
  },
}));

const IS_TABLE = /\.(csv|tsv|xlsx|xlsm|ods)$/i;

const now = () => useImportDesk.getState();
const EMPTY = { id: null, files: [], sent: null, chosen: {} } as const;

let stopSending: AbortController | null = null;
let choosing: Promise<boolean> | null = null;

/** Send files, choose, store, cancel. `onStored` is told what came in. */
export function useImporting(onStored: (sources: string[]) => void) {
  const t = useTranslations("common");
  const tSources = useTranslations("sources.import");
  const acts = useImportActs();
  const { set } = now();

  /** Let an import go that is not stored; it may be over already. */
  const letGo = (id: string | null) => {
    if (id !== null) void acts.cancel(id);
  };

  const read = async (files: readonly File[], reading: ReadingChoices = now().reading) => {
    stopSending?.abort();
    letGo(now().id);
    const stop = new AbortController();
    stopSending = stop;
    const total = files.reduce((sum, { size }) => sum + size, 0);
    set({ ...EMPTY, files, reading, isOpen: true, sent: { done: 0, total } });
    try {
      const begun = await acts.read(
        files,
        {
          speakers: reading.takesSpeakers ? "take" : "leave",
          join_lines: reading.joinsLines,
          ...(reading.language.trim() ? { language: reading.language.trim() } : {}),
        },
        {
          signal: stop.signal,
          onProgress: (done, all) => {
            if (stopSending === stop) set({ sent: { done, total: all } });
          },
        },
      );
      if (stop.signal.aborted) letGo(begun?.id ?? null);
      else set({ sent: null, id: begun?.id ?? null });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
  };

  /** Further files stand beside those that were sent; all are read anew. */
  const add = async (dropped: readonly File[]) => {
    const files = dropped.filter(({ name }) => !IS_TABLE.test(name));
    set({ isOpen: true, tables: [...now().tables, ...dropped.filter(({ name }) => IS_TABLE.test(name))] });
    const known = new Set(now().files.map((file) => `${file.name} ${file.size} ${file.lastModified}`));
    const fresh = files.filter((file) => !known.has(`${file.name} ${file.size} ${file.lastModified}`));
    if (fresh.length > 0) await read([...now().files, ...fresh]);
  };

  /** One request at a time: while speakers are read anew the desk takes no other choices. */
  const sendChoices = async (): Promise<boolean> => {
    for (;;) {
      const { id, chosen } = now();
      const sending = Object.values(chosen);
      if (id === null || sending.length === 0) return true;
      const answered = await acts.choose(id, sending);
      const left = Object.entries(now().chosen).filter(([index, choice]) => chosen[Number(index)] !== choice);
      set({ chosen: answered ? Object.fromEntries(left) : {} });
      if (!answered) return false;
    }
  };

  const choose = (choice: ImportChoice): Promise<boolean> => {
    const { chosen } = now();
    set({ chosen: { ...chosen, [choice.index]: { ...chosen[choice.index], ...choice } } });
    choosing ??= sendChoices().finally(() => {
      choosing = null;
    });
    return choosing;
  };

  const tellStored = ({ saved, error }: Import) => {
    const { show } = useDesk.getState();
    if (saved?.sentence) show({ text: sentenceCase(saved.sentence), operation: saved.operation });
    else if (saved) show({ text: tSources("nothingNew") });
    if (saved) {
      set({ ...EMPTY });
      onStored(saved.ids);
      return;
    }
    const failure = error ? new Failure(error, 400) : Failure.from(null, 500);
    const again = { label: tSources("lookAgain"), run: () => set({ isOpen: true }) };
    show({ ...tellFailure(failure, t), action: again });
  };

  const store = async () => {
    if (choosing !== null && !(await choosing)) return;
    const { id } = now();
    if (id === null || !(await acts.store(id))) return;
    set({ isOpen: false, isStoring: true });
    try {
      tellStored(await acts.stored(id));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      useDesk.getState().show(tellFailure(error, t));
    } finally {
      set({ isStoring: false });
      invalidate({ kinds: ["source", "revision", "speaker"] });
    }
  };

  const cancel = () => {
    stopSending?.abort();
    letGo(now().id);
    set({ ...EMPTY, tables: [], isOpen: false, reading: AT_FIRST });
  };

  return { read, add, choose, store, cancel };
}
