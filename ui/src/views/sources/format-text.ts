import { useCallback } from "react";
import { useTranslations } from "use-intl";

import type { SourceRow } from "../../services/shapes";

const KNOWN = ["text", "markdown", "html", "docx", "odt", "rtf", "pdf", "srt", "vtt", "picture", "audio", "video"] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (format: string): format is Known => (KNOWN as readonly string[]).includes(format);

/** What kind of source it is, in words: its format, and the recording beside it. */
export function useFormatText(): {
  ofFormat: (format: string | null) => string;
  of: (source: Pick<SourceRow, "format" | "kind" | "media">) => string;
} {
  const t = useTranslations("sources.format");
  const ofFormat = useCallback(
    (format: string | null) => {
      if (format === "table row") return t("tableRow");
      if (format === null || isKnown(format)) return t(format ?? "text");
      return t("other", { format });
    },
    [t],
  );
  const of = useCallback(
    ({ format, kind, media }: Pick<SourceRow, "format" | "kind" | "media">) => {
      const name = ofFormat(format);
      if (!media || format === "audio" || format === "video") return name;
      return t(kind === "video" ? "withVideo" : "withAudio", { format: name });
    },
    [t, ofFormat],
  );
  return { ofFormat, of };
}
