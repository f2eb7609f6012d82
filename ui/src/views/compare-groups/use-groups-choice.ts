/** Which groups are compared: all of it stands in the address, so that it can be kept. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { GroupsChoice } from "../../store/contrasts";

export function useGroupsChoice(anyBy: string) {
  const [parameters, setParameters] = useSearchParams();
  const written = parameters.toString();
  const held = useMemo(() => {
    const read = new URLSearchParams(written);
    const named = [read.get("group") ?? "", read.get("against") ?? ""];
    const choice: GroupsChoice = {
      by: read.get("by") ?? anyBy,
      // Against nobody named stand all others; a second group alone means nothing.
      groups: named[0] ? named.filter(Boolean) : [],
      codes: read.get("codes") ?? "codes:all",
      where: read.get("where") ?? "",
      within: read.get("within") ?? "",
      adjustment: read.get("adjust") === "bh" ? "bh" : "max-t",
    };
    const contrast = Number(read.get("contrast") ?? 0);
    const code = read.get("code");
    return {
      choice,
      contrast: Number.isInteger(contrast) && contrast >= 0 ? contrast : 0,
      cell: code ? { code, group: read.get("of") ?? "" } : null,
      isAgainst: read.get("show") === "against",
    };
  }, [written, anyBy]);

  const change = (changes: Record<string, string | null>, { isStep = false } = {}) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: !isStep },
    );
  return {
    ...held,
    change,
    /** Another question: the number that was open may not be in its answer. */
    choose: (changes: Record<string, string | null>) =>
      change({ ...changes, code: null, of: null, show: null }, { isStep: true }),
  };
}
