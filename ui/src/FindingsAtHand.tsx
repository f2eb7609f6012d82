import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";

import { FindingTray } from "./components/FindingTray";
import { ToFindingDialog } from "./components/ToFindingDialog";
import { PASSAGE_DRAGGED } from "./components/transcript/dragged";
import type { FindingRow } from "./services/shapes";
import { useActions } from "./store/actions";
import { useDesk } from "./store/desk";
import { useFindings } from "./store/findings";
import { passageInHand, selectedPassage, usePassageInHand } from "./store/passage-in-hand";
import type { PassageInHand } from "./store/passage-in-hand";
import { useGiving } from "./store/giving";
import { useCanWrite } from "./store/study";

/** From every view a passage reaches a finding: dragged onto one, or by a key. */
export function FindingsAtHand() {
  const t = useTranslations("common.toFinding");
  const canWrite = useCanWrite();
  const { dragged, asked, lastFindings, set } = usePassageInHand();
  const { data } = useFindings(dragged !== null || asked !== null);
  const { give, giveNew } = useGiving();
  useDragging();
  useEffect(() => set({ isOffered: canWrite }), [canWrite, set]);
  useActions([
    {
      id: "to-finding",
      title: t("button"),
      keys: ["q"],
      words: t("words"),
      disabled: !canWrite,
      run: () => {
        const passage = passageInHand();
        if (passage) set({ asked: passage });
        else useDesk.getState().show({ text: t("noPassage"), hint: t("noPassageHint") });
      },
    },
  ]);
  const findings = useMemo(() => atHandFirst(data?.findings, lastFindings), [data, lastFindings]);
  const done = (given: Promise<unknown>) => {
    set({ asked: null });
    void given;
  };
  return (
    <>
      {dragged && canWrite ? (
        <FindingTray
          findings={findings}
          onDrop={(finding, use) => {
            set({ dragged: null });
            void give(dragged, finding, use);
          }}
        />
      ) : null}
      {asked ? (
        <ToFindingDialog
          passage={asked}
          findings={findings}
          onGive={(finding, use) => done(give(asked, finding, use))}
          onNew={(statement, use) => done(giveNew(asked, statement, use))}
          onQuote={() => done(give(asked, null, "quote"))}
          onClose={() => set({ asked: null })}
        />
      ) : null}
    </>
  );
}

/** Selected words of an open text are dragged as any passage is; whatever ends a drag ends it. */
function useDragging(): void {
  useEffect(() => {
    const { set } = usePassageInHand.getState();
    const begin = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(PASSAGE_DRAGGED)) return;
      const passage: PassageInHand | null = selectedPassage();
      if (passage) set({ dragged: passage });
    };
    const end = () => set({ dragged: null });
    window.addEventListener("dragstart", begin);
    window.addEventListener("dragend", end);
    window.addEventListener("drop", end);
    return () => {
      window.removeEventListener("dragstart", begin);
      window.removeEventListener("dragend", end);
      window.removeEventListener("drop", end);
    };
  }, []);
}

function atHandFirst(findings: readonly FindingRow[] | undefined, last: readonly string[]) {
  if (!findings) return undefined;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const first = last.flatMap((id) => byId.get(id) ?? []);
  const rest = findings.filter(({ id, status }) => !last.includes(id) && status !== "set aside");
  return [...first, ...rest];
}

