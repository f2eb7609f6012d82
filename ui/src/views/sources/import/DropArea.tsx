import { useEffect, useEffectEvent, useState } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { droppedFiles, holdsFiles } from "../../../services/dropped-files";

interface Props {
  children: ReactNode;
  isOff: boolean;
  onFiles: (files: File[]) => void;
}

/** Files may be dropped anywhere on the page while this view is open. */
export function DropArea({ children, isOff, onFiles }: Props) {
  const t = useTranslations("sources");
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    if (isOff) return;
    let inside = 0; // entering a part of the page comes before leaving the one around it
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      inside += 1;
      setOver(true);
    };
    const over = (event: DragEvent) => {
      if (holdsFiles(event.dataTransfer)) event.preventDefault();
    };
    const leave = () => {
      inside = Math.max(0, inside - 1);
      if (inside === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      inside = 0;
      setOver(false);
      if (!event.dataTransfer || !holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) take(files);
      });
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [isOff]);

  return (
    <>
      {children}
      {isOver ? (
        <div className="drop-over" role="status">
          <p>{t("drop")}</p>
        </div>
      ) : null}
    </>
  );
}
