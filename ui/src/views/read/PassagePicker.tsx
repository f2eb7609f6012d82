/** The code picker beside the selected words. */

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { CodePicker } from "../../components/CodePicker";
import { KeysHeld } from "../../components/Dialog";
import { useDesk } from "../../store/desk";
import type { ToCode } from "../../store/reading";
import { useReadingView } from "./reading-context";

interface Props {
  place: ToCode;
  recode?: string | undefined;
  box: DOMRect | null;
  onCode: (code: string) => void;
  onNew: (name: string) => void;
}

export function PassagePicker({ place, recode, box, onCode, onNew }: Props) {
  const t = useTranslations("read.picker");
  const { codes, setOpen, transcript } = useReadingView();
  const lastUsed = useDesk((desk) => desk.lastCodes);
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    const own = frame.current?.getBoundingClientRect();
    if (!own) return;
    const anchor = box ?? new DOMRect(window.innerWidth / 2 - 160, 120, 0, 0);
    const left = Math.min(Math.max(8, anchor.left), window.innerWidth - own.width - 8);
    const below = anchor.bottom + 8;
    const fits = below + own.height <= window.innerHeight - 8;
    setAt({ left, top: fits ? below : Math.max(8, anchor.top - own.height - 8) });
  }, [box]);

  useEffect(() => {
    const handle = transcript.current;
    handle?.hold(place);
    return () => handle?.hold(null);
  }, [transcript, place]);

  const close = () => {
    setOpen(null);
    transcript.current?.focus();
  };
  return (
    <>
      <KeysHeld />
      {/* Esc in the field closes it too. */}
      <div className="picker-veil" aria-hidden="true" onPointerDown={close} />
      <div
        ref={frame}
        className="passage-picker"
        role="dialog"
        aria-label={recode ? t("recode") : t("code")}
        style={at ?? { opacity: 0, left: 0, top: 0 }}
      >
        <CodePicker
          codes={codes}
          lastUsed={lastUsed}
          onPick={(code) => {
            close();
            onCode(code);
          }}
          {...(recode
            ? {}
            : {
                onNew: (name: string) => {
                  close();
                  onNew(name);
                },
              })}
          onClose={close}
        />
      </div>
    </>
  );
}
