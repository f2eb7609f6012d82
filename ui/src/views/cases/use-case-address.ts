import { useCallback, useEffect, useState } from "react";
import { useLocation, useSearchParams } from "wouter";

import type { AttributeRow } from "../../services/shapes";

export type OpenDialog =
  | { name: "case" }
  | { name: "import"; text: string }
  | { name: "attribute"; attribute: AttributeRow | null }
  | { name: "put"; member: string };

const SETTLED_MS = 250;

/** The case that is looked at. The address follows once one rests on it: going through the grid
 * by its keys must not fill the browser's history, nor make it refuse. */
export function useCaseChosen(asked: string | null): [string | null, (id: string) => void] {
  const [chosen, setChosen] = useState(asked);
  const [followed, setFollowed] = useState(asked);
  const [, navigate] = useLocation();
  if (asked !== followed) {
    setFollowed(asked);
    if (asked !== null) setChosen(asked);
  }
  useEffect(() => {
    if (chosen === null || chosen === asked) return;
    const timer = setTimeout(
      () => navigate(`/cases/${chosen}${window.location.search}`, { replace: true }),
      SETTLED_MS,
    );
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address follows, it does not lead
  }, [chosen]);
  return [chosen, setChosen];
}

/** The dialog that is open; `?new=case` opens one from anywhere. */
export function useDialogAsked(): [OpenDialog | null, (dialog: OpenDialog | null) => void] {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [parameters, setParameters] = useSearchParams();
  const isAsked = parameters.get("new") === "case";
  const open = useCallback(
    (next: OpenDialog | null) => {
      setDialog(next);
      if (isAsked)
        setParameters(
          (before) => {
            const kept = new URLSearchParams(before);
            kept.delete("new");
            return kept;
          },
          { replace: true },
        );
    },
    [isAsked, setParameters],
  );
  return [dialog ?? (isAsked ? { name: "case" } : null), open];
}
