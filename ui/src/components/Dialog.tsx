import { useLayoutEffect } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { ReactNode } from "react";
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
        <AriaDialog className="dialog" role={isAlert ? "alertdialog" : "dialog"}>
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

/** While a dialog is open the page's keys rest. */
export function KeysHeld() {
  useLayoutEffect(() => holdKeys(), []);
  return null;
}
