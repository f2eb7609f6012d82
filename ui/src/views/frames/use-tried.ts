import { useEffect, useState } from "react";

import type { Failure } from "../../services/failure";
import type { ChoiceTried } from "../../services/shapes";
import type { ActOptions } from "../../store/acting";

const PAUSE_MS = 250; // while somebody types a number nothing is tried

interface Tried {
  tried: ChoiceTried | null;
  failure: Failure | null;
}

/** What would be chosen by what is asked now; null asks nothing, and leaves the answer before. */
export function useTried<Body>(
  body: Body | null,
  ask: (body: Body, options: ActOptions) => Promise<object | null>,
): Tried {
  const [found, setFound] = useState<Tried>({ tried: null, failure: null });
  const asked = JSON.stringify(body);

  // An answer that comes late for an earlier choice is let go.
  useEffect(() => {
    const wanted = JSON.parse(asked) as Body | null;
    if (wanted === null) return;
    let isLatest = true;
    const onFailure = (failure: Failure) => {
      if (isLatest) setFound({ tried: null, failure });
      return true;
    };
    const timer = setTimeout(() => {
      void ask(wanted, { onFailure }).then((answered) => {
        if (isLatest && answered && "equally_good" in answered)
          setFound({ tried: answered as ChoiceTried, failure: null });
      });
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- tried anew when what is asked is another
  }, [asked]);

  return found;
}
