import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import type { CellPlace } from "../../store/charting";
import type { CellEditing } from "./ChartTable";
import { drafts } from "./drafts";
import { keyOf } from "./use-cell-saving";

/** A summary being written where it stands. Ctrl and Enter saves; Esc keeps what was typed. */
export function CellEditor({ place, cell, save, leave }: CellEditing & { place: CellPlace }) {
  const t = useTranslations("compareFramework.editor");
  const key = keyOf(place);
  const isRead = cell?.row.id === place.subject && cell.column.id === place.column;
  const [typed, setTyped] = useState<string | null>(drafts.get().get(key) ?? null);
  const [isSaving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typed ?? (isRead ? cell.summary : "");
  useEffect(() => {
    if (isRead) area.current?.focus();
  }, [isRead]);

  const done = async () => {
    if (!isRead) return;
    if (typed === null || typed.trim() === cell.summary) {
      drafts.drop(key);
      leave();
      return;
    }
    setSaving(true);
    const isSaved = await save(typed);
    setSaving(false);
    if (isSaved) leave();
  };
  return (
    <div className="chart-editor">
      <textarea
        ref={area}
        className="input"
        aria-label={t("label", { row: cell?.row.name ?? "", column: cell?.column.name ?? "" })}
        value={text}
        disabled={!isRead || isSaving}
        onChange={(event) => {
          setTyped(event.target.value);
          drafts.keep(key, event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") leave();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void done();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="row">
        <Button kind="main" size="small" isDisabled={!isRead || isSaving} onPress={() => void done()}>
          {t("save")}
        </Button>
        <Button
          size="small"
          isDisabled={isSaving}
          onPress={() => {
            drafts.drop(key);
            leave();
          }}
        >
          {t("discard")}
        </Button>
      </span>
    </div>
  );
}
