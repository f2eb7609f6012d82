import { useEffect, useLayoutEffect, useRef } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { ReactNode, RefObject } from "react";
import { useTranslations } from "use-intl";

import { holdKeys } from "../services/keys";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import "./dialog.css";

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot; the main one last. */
  footer?: ReactNode;
  size?: "small" | "normal" | "wide";
  /** Asks before something is taken away. */
  isAlert?: boolean;
}

/** A dialog over the page. It is open as long as it is rendered; Esc closes it. */
export function Dialog({ title, onClose, children, footer, size = "normal", isAlert = false }: Props) {
  const t = useTranslations("common.dialog");
  const box = useRef<HTMLElement>(null);
  useFocusKept(box, onClose);
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isAlert}
      className="veil"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`modal ${size}`}>
        <KeysHeld />
        <AriaDialog ref={box} className="dialog" role={isAlert ? "alertdialog" : "dialog"}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton label={t("close")} onPress={onClose}>
              <Icon name="close" />
            </IconButton>
          </div>
          <div className="dialog-body">{children}</div>
          {footer ? <div className="dialog-foot">{footer}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A button that goes away or rests when it is pressed leaves the focus nowhere: then the next key
 * brings it back into the dialog, and Esc closes as ever. */
function useFocusKept(box: RefObject<HTMLElement | null>, onClose: () => void) {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUppermost = [...document.querySelectorAll(".dialog")].at(-1) === box.current;
      if (event.target !== document.body || !isUppermost) return;
      if (event.key === "Escape") close.current();
      else box.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [box]);
}

/** While a dialog is open the page's keys rest. */
export function KeysHeld() {
  useLayoutEffect(() => holdKeys(), []);
  return null;
}
