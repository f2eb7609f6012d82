/** What the list remembers while one goes to a source and back. */
import { create } from "zustand";

import { NOTHING_CHOSEN } from "./choosing";
import type { Chosen } from "./choosing";
import type { Sort } from "./ordering";

interface ListState {
  filter: string;
  sort: Sort | null;
  chosen: Chosen;
  /** The source whose name is being changed in the list. */
  renaming: string | null;
  /** Whether the keys go to the list. */
  isFocused: boolean;
  set: (changes: Partial<Omit<ListState, "set">>) => void;
}

export const useListState = create<ListState>()((set) => ({
  filter: "",
  sort: null,
  chosen: NOTHING_CHOSEN,
  renaming: null,
  isFocused: false,
  set,
}));
