import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { useDesk } from "../store/desk";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import "./inspector.css";

const WIDE = "(min-width: 1100px)";

function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const media = window.matchMedia(WIDE);
    const tell = () => setWide(media.matches);
    media.addEventListener("change", tell);
    return () => media.removeEventListener("change", tell);
  }, []);
  return isWide;
}

/** The side panel of a view, for what is selected. On a narrow page it lies over the work and is
 * opened by its button (or Mod+i). */
export function Inspector({ children, label }: { children: ReactNode; label?: string }) {
  const t = useTranslations("common.inspector");
  const { isInspectorOpen, isInspectorOver, set } = useDesk();
  const isWide = useIsWide();
  const isOpen = isWide ? isInspectorOpen : isInspectorOver;
  const toggle = () =>
    set(isWide ? { isInspectorOpen: !isInspectorOpen } : { isInspectorOver: !isInspectorOver });

  return (
    <aside className={`inspector${isOpen ? "" : " shut"}${isWide ? "" : " over"}`} aria-label={label ?? t("label")}>
      <div className="inspector-switch no-print">
        <IconButton label={isOpen ? t("close") : t("open")} aria-expanded={isOpen} onPress={toggle}>
          <Icon name={isOpen ? "close" : "panel"} />
        </IconButton>
      </div>
      {isOpen ? <div className="inspector-body">{children}</div> : null}
    </aside>
  );
}
