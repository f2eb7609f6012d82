import { useTranslations } from "use-intl";

const KNOWN = ["person", "site", "organisation", "body"] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (kind: string): kind is Known => (KNOWN as readonly string[]).includes(kind);

/** A kind of cases in words: “Participants”, or for one of them “Participant”. A kind that the
 * team named itself stands as they wrote it. */
export function useKindName(): (kind: string, count: number) => string {
  const t = useTranslations("cases.kinds");
  return (kind, count) => {
    if (kind === "all") return t("all");
    if (isKnown(kind)) return t(kind, { count });
    return kind.charAt(0).toLocaleUpperCase() + kind.slice(1);
  };
}

export const KNOWN_KINDS: readonly string[] = KNOWN;
