import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import type { SelectionWhole } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";

interface Props {
  selection: SelectionWhole;
  onClose: () => void;
}

/** Take another of the equally good sets, and say why. */
export function PickDialog({ selection, onClose }: Props) {
  const t = useTranslations("frames.pick");
  const { pickSet } = useFrameActs();
  const [which, setWhich] = useState(selection.pick);
  const [reason, setReason] = useState("");
  const more = selection.tied - selection.equally_good.length;
  return (
    <RecordDialog
      title={t("title", { name: selection.name })}
      save={t("take")}
      size="normal"
      isReady={which !== selection.pick && reason.trim() !== ""}
      onSave={(acting) => pickSet(selection.id, { which, reason: reason.trim() }, acting)}
      onClose={onClose}
    >
      <fieldset className="frame-checks frame-sets">
        <legend className="field-label">{t("sets", { count: selection.tied })}</legend>
        <div>
          {selection.equally_good.map((cases, at) => (
            <label key={at}>
              <input type="radio" name="set" checked={which === at + 1} onChange={() => setWhich(at + 1)} />
              <span>
                {cases.join(", ")} {at + 1 === selection.pick ? <span className="quiet">{t("now")}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {more > 0 ? <p className="field-hint">{t("more", { count: more })}</p> : null}
      <Field label={t("reason")} rows={2} value={reason} onChange={setReason} isRequired />
    </RecordDialog>
  );
}
