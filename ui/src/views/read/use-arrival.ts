/** Coming from a link: `?at=start-end` selects a passage, `?coding=` chooses a coding. */

import { useEffect } from "react";
import type { RefObject } from "react";
import { useSearchParams } from "wouter";
import type { TranscriptHandle } from "../../components/transcript/transcript-handle";
import { spanOf } from "../../services/address";

export function useArrival(
  transcript: RefObject<TranscriptHandle | null>,
  choose: (coding: string | null, options?: { reveal?: boolean }) => void,
): void {
  const [parameters] = useSearchParams();
  const at = parameters.get("at");
  const coding = parameters.get("coding");
  useEffect(() => {
    const place = spanOf(at);
    if (coding) choose(coding, { reveal: true });
    else if (place) transcript.current?.select(place);
    transcript.current?.focus();
    // Only the address says where to go; what happens afterwards does not bring one back there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at, coding]);
}
