import { useTranslations } from "use-intl";

import { PLACE_DRAGGED, holdPassage, usePassageInHand } from "../store/passage-in-hand";
import type { PassageInHand } from "../store/passage-in-hand";
import { Icon } from "./Icon";
import "./passage-handle.css";

/** Gives a passage to a finding: pressed, it asks to which one; dragged, they come into sight. */
export function PassageHandle({ passage }: { passage: PassageInHand }) {
  const t = useTranslations("common.toFinding");
  const isOffered = usePassageInHand((hand) => hand.isOffered);
  if (!isOffered) return null;
  const { set } = usePassageInHand.getState();
  return (
    // Not a button: one browser does not let buttons be dragged.
    <span
      ref={(handle) => holdPassage(handle, passage)}
      role="button"
      tabIndex={0}
      className="passage-handle no-print"
      aria-label={t("button")}
      title={t("hint")}
      draggable
      onClick={() => set({ asked: passage })}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        set({ asked: passage });
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(PLACE_DRAGGED, "passage");
        event.dataTransfer.effectAllowed = "copy";
        const card = event.currentTarget.closest("article");
        if (card) event.dataTransfer.setDragImage(card, 12, 12);
        set({ dragged: passage });
      }}
    >
      <Icon name="grip" />
    </span>
  );
}
