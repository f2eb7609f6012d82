import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { Failure } from "../services/failure";
import type { ActOptions } from "../store/acting";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { ErrorNote } from "./ErrorNote";
import "./record-dialog.css";

interface Props {
  title: string;
  /** What its main button says. */
  save?: string;
  isReady?: boolean;
  size?: "small" | "normal" | "wide";
  /** Stores it; null where that failed, which is then shown here. */
  onSave: (options: ActOptions) => Promise<object | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A form of which one press makes one step that can be undone; what was typed stays on failure. */
export function RecordDialog({ title, save, isReady = true, size = "small", onSave, onClose, children }: Props) {
  const common = useTranslations("common.dialog");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const store = async () => {
    if (!isReady || isSaving) return;
    setSaving(true);
    const saved = await onSave({
      onFailure: (error) => {
        setFailure(error);
        return true;
      },
    });
    setSaving(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={!isReady} onPress={() => void store()}>
            {save ?? common("save")}
          </Button>
        </>
      }
    >
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        {children}
        {failure ? <ErrorNote error={failure} /> : null}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
