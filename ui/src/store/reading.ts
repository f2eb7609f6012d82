/** Coding one source: what is done shows at once, and gives way to what the desk answers. */
import { useMemo, useRef, useState, useSyncExternalStore } from "react";

import { outbox } from "../services/api";
import { newIntent } from "../services/intent";
import type { Saved, SourceCodings } from "../services/shapes";
import { cache } from "./asking";
import { useCodingActs } from "./codings";
import type { CodingChanges } from "./codings";
import { useDesk } from "./desk";
import { waitingIn, withPending } from "./pending-codings";
import type { Pending } from "./pending-codings";
import { useCoders } from "./study";

/** What a code that is being made is called until the desk has made it. */
export const CODE_BEING_MADE = "being made:";

export interface ToCode {
  start_char: number;
  end_char: number;
  region?: number[];
}

export interface NewCode {
  name: string;
  parent?: string | null;
  origin?: string;
}

/** A coding on its way: what it is called until the desk names it, and the desk's answer. */
export interface Coded {
  shownAs: string;
  saved: Promise<Saved | null>;
}

const NO_PENDING: readonly Pending[] = [];

export function useReading(source: string, stored: SourceCodings | undefined) {
  const { add, remove, recode, change } = useCodingActs();
  const { data: coders } = useCoders();
  const you = coders?.find(({ is_you }) => is_you)?.id ?? null;
  const [pending, setPending] = useState(NO_PENDING);
  const remember = useDesk((desk) => desk.useCode);
  /** What codings that were on their way are called once the desk has named them. */
  const names = useRef(new Map<string, Promise<string | null>>());

  const codings = useMemo(() => stored && withPending(stored, pending), [stored, pending]);
  const waiting = useMemo(() => waitingIn(pending), [pending]);
  // What was kept for later is stored, or was refused and told, once nothing waits any more.
  const { waiting: sending } = useSyncExternalStore(outbox.state.subscribe, outbox.state.get);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  if (sending.length === 0 && kept.size > 0) {
    setPending(pending.filter(({ key }) => !kept.has(key)));
    setKept(new Set());
  }

  const during = async (entry: Pending, doing: () => Promise<Saved | null>) => {
    setPending((all) => [...all, entry]);
    const saved = await doing();
    if (saved?.waiting) {
      setKept((all) => new Set(all).add(entry.key));
      return saved;
    }
    if (saved) {
      // The desk's answer is on its way already: wait for that one.
      const queryKey = ["sources", source, "codings"];
      await cache.invalidateQueries({ queryKey }, { cancelRefetch: false });
    }
    setPending((all) => all.filter(({ key }) => key !== entry.key));
    return saved;
  };

  /** Does something to codings, when those on their way have names; they show it at once. */
  const duringAll = (
    entry: Extract<Pending, { codings: readonly string[] }>,
    doing: (codings: string[]) => Promise<Saved | null>,
  ) =>
    during(entry, async () => {
      const found = await Promise.all(
        entry.codings.map((id) => names.current.get(id) ?? Promise.resolve(id)),
      );
      const codings = found.filter((id) => id !== null);
      if (codings.length === 0) return null;
      const named = { ...entry, codings };
      setPending((all) => all.map((each) => (each.key === entry.key ? named : each)));
      return doing(codings);
    });

  const follow = (entry: Pending, saved: Promise<Saved | null>): Coded => {
    names.current.set(entry.key, saved.then((done) => done?.ids[0] ?? null));
    return { shownAs: entry.key, saved };
  };

  const added = (place: ToCode, code: string): Extract<Pending, { sort: "added" }> => {
    const key = newIntent();
    const { start_char, end_char, region = null } = place;
    const coded_on = new Date().toISOString().slice(0, 10);
    const said = { valence: null, basis: null };
    return {
      key,
      sort: "added",
      row: { id: key, code, coder: you, start_char, end_char, ...said, coded_on, region },
    };
  };

  const acts = {
    code(place: ToCode, code: string): Coded {
      remember(code);
      const entry = added(place, code);
      // A new mark says by itself that it was made; what is taken away or changed is told.
      const doing = () => add({ source, code, ...place }, { quiet: true });
      return follow(entry, during(entry, doing));
    },
    codeAnew(place: ToCode, newCode: NewCode): Coded {
      const entry = added(place, `${CODE_BEING_MADE}${newCode.name}`);
      const doing = async () => {
        const saved = await add({ source, new_code: newCode, ...place });
        const made = saved?.ids[1];
        if (made) remember(made);
        return saved;
      };
      return follow(entry, during(entry, doing));
    },
    uncode: (codings: readonly string[]) =>
      duringAll({ key: newIntent(), sort: "removed", codings }, (named) => remove(named, [source])),
    recode(codings: readonly string[], code: string) {
      remember(code);
      const entry = { key: newIntent(), sort: "changed" as const, codings, change: { code } };
      return duringAll(entry, (named) => recode(named, code, [source]));
    },
    change: (coding: string, to: Omit<CodingChanges, "code">) =>
      duringAll(
        { key: newIntent(), sort: "changed", codings: [coding], change: to },
        ([named = coding]) => change(named, to, source, { quiet: true }),
      ),
  };

  return { codings, waiting, acts, you };
}

export type ReadingActs = ReturnType<typeof useReading>["acts"];
