/** What can be done with the chosen code, with its keys. */
import { useTranslations } from "use-intl";

import type { CodeRow } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useCodeActs } from "../../store/codes";
import { nextTo, nudged } from "./code-tree";
import type { Nudge } from "./code-tree";

export type OpenDialog =
  | { name: "new"; parent: string | null }
  | { name: "move"; code: string }
  | { name: "merge"; code: string }
  | { name: "split"; code: string }
  | { name: "framework" }
  | { name: "import" };

interface Options {
  codes: readonly CodeRow[];
  code: CodeRow | null;
  canWrite: boolean;
  /** The focus is in the tree: only there a key removes or moves. */
  isInTree: boolean;
  open: (dialog: OpenDialog) => void;
  rename: (code: string) => void;
  choose: (code: string | null) => void;
}

export function useCodebookActions(options: Options) {
  const { codes, code, canWrite, isInTree, open, rename, choose } = options;
  const t = useTranslations("codebook");
  const acts = useCodeActs();
  const has = canWrite && code !== null;
  const id = code?.id ?? "";

  const remove = async () => {
    // First away from it, so that nothing asks for what is gone.
    choose(nextTo(codes, id));
    if (!(await acts.remove(id))) choose(id);
  };
  const nudge = (by: Nudge) => {
    const to = nudged(codes, id, by);
    if (to) void acts.move(id, to);
  };
  const retire = () => void (code?.status === "retired" ? acts.reopen(id) : acts.retire(id));
  const make = (below: boolean) => open({ name: "new", parent: below ? id : (code?.parent ?? null) });

  const group = t("title");
  const step = (by: Nudge, key: string, bar?: string) => ({
    id: `code-${by}`,
    title: t(`act.${by}`),
    keys: [`Alt+Arrow${key}`],
    group,
    unlisted: true,
    disabled: !has || !isInTree,
    ...(bar ? { bar } : {}),
    run: () => nudge(by),
  });
  useActions([
    { id: "new-code", title: t("act.new"), keys: ["n"], bar: t("bar.new"), group, words: t("act.newWords"), disabled: !canWrite, run: () => make(false) },
    { id: "new-code-below", title: t("act.newBelow"), keys: ["Shift+n"], bar: t("bar.newBelow"), group, disabled: !has, run: () => make(true) },
    { id: "rename-code", title: t("act.rename"), keys: ["F2"], bar: t("bar.rename"), group, disabled: !has, run: () => rename(id) },
    { id: "remove-code", title: t("act.remove"), keys: ["Delete"], bar: t("bar.remove"), group, disabled: !has || !isInTree, run: () => void remove() },
    step("up", "Up", t("bar.move")),
    step("down", "Down"),
    step("in", "Right"),
    step("out", "Left"),
    { id: "move-code", title: t("act.move"), keys: ["Shift+m"], group, disabled: !has, run: () => open({ name: "move", code: id }) },
    { id: "merge-code", title: t("act.merge"), keys: ["m"], bar: t("bar.merge"), group, disabled: !has, run: () => open({ name: "merge", code: id }) },
    { id: "split-code", title: t("act.split"), keys: ["s"], bar: t("bar.split"), group, disabled: !has, run: () => open({ name: "split", code: id }) },
    { id: "retire-code", title: code?.status === "retired" ? t("act.reopen") : t("act.retire"), group, disabled: !has, run: retire },
    { id: "add-framework", title: t("act.framework"), group, disabled: !canWrite, run: () => open({ name: "framework" }) },
    { id: "import-codebook", title: t("act.import"), group, disabled: !canWrite, run: () => open({ name: "import" }) },
  ]);
  return { remove: () => void remove(), retire };
}
