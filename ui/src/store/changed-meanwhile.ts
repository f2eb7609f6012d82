/** Saving over what may have been changed by somebody else since it was read. */
import { useState } from "react";

import type { ActOptions } from "./acting";

/** Two versions of one text, until somebody has chosen. */
export interface Clash {
  label: string;
  theirs: string;
  yours: string;
  /** The text that stands; null to go on writing. */
  choose: (text: string | null) => void;
}

export type AskWhich = (clash: Omit<Clash, "choose">) => Promise<string | null>;

/** The clash that is open, and the way to have somebody choose. */
export function useClash(): { clash: Clash | null; ask: AskWhich } {
  const [clash, setClash] = useState<Clash | null>(null);
  const ask: AskWhich = (between) =>
    new Promise((chosen) => {
      const choose = (text: string | null) => {
        setClash(null);
        chosen(text);
      };
      setClash({ ...between, choose });
    });
  return { clash, ask };
}

interface Saving {
  label: string;
  typed: string;
  was: string | null;
  send: (text: string, was: string | null, options: ActOptions) => Promise<object | null>;
  ask: AskWhich;
}

/** Save a text; where somebody else changed it meanwhile, ask which one stands. The text that
 * stands in the end, or null where nothing was saved and what was typed is still needed. */
export async function saveText({ label, typed, was, send, ask }: Saving): Promise<string | null> {
  let text = typed;
  let read = was;
  for (;;) {
    let theirs: string | null | undefined;
    const saved = await send(text, read, {
      onFailure: ({ slug, details }) => {
        if (slug !== "changed-meanwhile") return false;
        theirs = typeof details["shown"] === "string" ? details["shown"] : null;
        return true;
      },
    });
    if (saved) return text;
    if (theirs === undefined) return null;
    const chosen = await ask({ label, theirs: theirs ?? "", yours: text });
    if (chosen === null || chosen === theirs) return chosen;
    read = theirs;
    text = chosen;
  }
}
