import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import type { Toast } from "../store/desk";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import "./toasts.css";

const SHOWN_MS = 7_000;

interface Props {
  toasts: readonly Toast[];
  onClose: (toast: number) => void;
  onUndo: (operation: string) => void;
}

/** What was done, with an Undo, and what failed, with a way out. A failure stays until it is
 * closed; what was done goes by itself, but not from under a pointer or the focus. */
export function Toasts({ toasts, onClose, onUndo }: Props) {
  const t = useTranslations("common.toast");
  const done = toasts.filter(({ isFailure }) => !isFailure);
  const failed = toasts.filter(({ isFailure }) => isFailure);
  const show = (toast: Toast) => (
    <OneToast key={toast.id} toast={toast} onClose={onClose} onUndo={onUndo} />
  );
  return (
    <section className="toasts no-print" aria-label={t("label")}>
      <div role="alert">{failed.map(show)}</div>
      <div role="status">{done.map(show)}</div>
    </section>
  );
}

function OneToast({ toast, onClose, onUndo }: { toast: Toast } & Omit<Props, "toasts">) {
  const t = useTranslations("common.toast");
  const [isHeld, setHeld] = useState(false);
  const { id, isFailure, operation, action } = toast;
  useEffect(() => {
    if (isFailure || isHeld) return;
    const timer = setTimeout(() => onClose(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isFailure, isHeld, onClose]);

  return (
    // Not a control: it only waits while somebody looks at it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`toast${isFailure ? " failure" : ""}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="toast-text">
        <p>{toast.text}</p>
        {toast.hint ? <p className="quiet">{toast.hint}</p> : null}
      </div>
      {operation ? (
        <Button
          kind="plain"
          size="small"
          onPress={() => {
            onClose(id);
            onUndo(operation);
          }}
        >
          {t("undo")}
        </Button>
      ) : null}
      {action ? (
        <Button
          kind="plain"
          size="small"
          onPress={() => {
            onClose(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={t("close")} onPress={() => onClose(id)}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}
