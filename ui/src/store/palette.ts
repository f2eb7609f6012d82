/** Everything that the palette reaches: actions, views, and whatever has a name. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";

import type { Reachable } from "../components/palette-finding";
import type { Messages } from "../messages";
import { addressOf } from "../services/address";
import { useAllActions } from "./actions";
import { VIEWS, useGo } from "./desk-actions";
import type { ViewId } from "./desk-actions";
import { useCanWrite, useNames } from "./study";

type Word = keyof Messages["common"]["palette"]["elsewhere"];

/** Other tools' words for what is in a view. */
const ELSEWHERE = {
  codebook: ["node", "tag", "label", "category", "theme", "reference", "highlight"],
  sources: ["document", "file"],
  cases: ["classification", "variable"],
  memos: ["annotation"],
  search: ["quotation", "segment"],
  compare: ["crosstab"],
  findings: ["claim", "assertion"],
} as const;

/** Things to make that live in a view: going there opens the place to do it. */
const MAKING = [
  { id: "new-code", name: "newCode", to: "/codebook?new=code", elsewhere: ["node", "tag", "label", "category", "theme"] },
  { id: "add-sources", name: "addSources", to: "/sources?add=files", elsewhere: ["document", "file"] },
  { id: "new-case", name: "newCase", to: "/cases?new=case", elsewhere: [] },
  { id: "new-memo", name: "newMemo", to: "/memos?new=memo", elsewhere: ["annotation"] },
  { id: "new-finding", name: "newFinding", to: "/findings?new=finding", elsewhere: ["claim", "assertion"] },
] as const;

export function useReachable(): Reachable[] {
  const t = useTranslations("common");
  const go = useGo();
  const names = useNames();
  const actions = useAllActions();
  const canWrite = useCanWrite();

  return useMemo(() => {
    const inOtherWords = (here: string, words: readonly (Word)[]) =>
      Object.fromEntries(words.map((word) => [word, t(`palette.elsewhere.${word}`, { here })]));
    const views = VIEWS.map(({ id, path }): Reachable => {
      const name = t(`rail.${id}`);
      const words = (ELSEWHERE as Partial<Record<ViewId, readonly (Word)[]>>)[id] ?? [];
      return { id, kind: "view", name, run: () => go(path), elsewhere: inOtherWords(name, words) };
    });
    const known = actions
      .filter(({ unlisted, disabled }) => !unlisted && !disabled)
      .map((action): Reachable => {
        const { id, title: name, run, words, keys, group } = action;
        return {
          id,
          kind: "action",
          name,
          run,
          ...(words ? { words } : {}),
          ...(keys?.[0] ? { keys: keys[0] } : {}),
          ...(group ? { detail: group } : {}),
        };
      });
    const taken = new Set(known.map(({ id }) => id));
    const making = MAKING.filter(({ id }) => canWrite && !taken.has(id)).map(
      ({ id, name: key, to, elsewhere }): Reachable => {
        const name = t(`action.${key}`);
        return { id, kind: "action", name, run: () => go(to), elsewhere: inOtherWords(name, elsewhere) };
      },
    );
    const things = names.map(
      ({ id, kind, name, detail, colour }): Reachable => ({
        id,
        kind,
        name,
        detail,
        colour,
        run: () => go(addressOf(kind, id)),
      }),
    );
    return [...known, ...making, ...views, ...things];
  }, [t, go, names, actions, canWrite]);
}
