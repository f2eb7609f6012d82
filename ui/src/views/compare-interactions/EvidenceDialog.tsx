import { useState } from "react";
import { useTranslations } from "use-intl";

import { RecordDialog } from "../../components/RecordDialog";
import { useInteractionActs } from "../../store/interactions";
import { QuoteFields } from "./QuoteFields";
import type { Quote } from "./QuoteFields";

interface Props {
  interaction: string;
  side: "for" | "against";
  onClose: () => void;
}

/** A passage that speaks for an interaction, or against it, by its words. */
export function EvidenceDialog({ interaction, side, onClose }: Props) {
  const t = useTranslations("compareInteractions.card");
  const { give } = useInteractionActs();
  const [said, setSaid] = useState<Quote>({ source: "", quote: "" });
  return (
    <RecordDialog
      title={t(side === "for" ? "addFor" : "addAgainst")}
      isReady={said.source !== "" && said.quote.trim() !== ""}
      onSave={(options) => give(interaction, { passages: [said], against: side === "against" }, options)}
      onClose={onClose}
    >
      <QuoteFields said={said} onChange={setSaid} isRequired />
    </RecordDialog>
  );
}
