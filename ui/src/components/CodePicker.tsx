import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { ranked } from "../services/ranking";
import type { CodeRow } from "../services/shapes";
import { CodeDot } from "./CodeDot";
import { Kbd } from "./Kbd";
import { useCombobox } from "./combobox";
import "./combobox.css";

const SHOWN = 60;

type Pickable = Pick<CodeRow, "id" | "name" | "path" | "colour" | "codable" | "status"> & {
  counts: Pick<CodeRow["counts"], "passages">;
};

interface Props {
  codes: readonly Pickable[];
  onPick: (code: string) => void;
  /** Make a code of this name; without it only codes that exist can be picked. */
  onNew?: (name: string) => void;
  onClose: () => void;
  /** The last codes used, the latest first: they come first while nothing is typed. */
  lastUsed?: readonly string[];
  /** What the field says first, such as the words of the passage. */
  initial?: string;
}

/** Type a few letters, Enter: the code. Shift and Enter makes a new one of that name. */
export function CodePicker({ codes, onPick, onNew, onClose, lastUsed = [], initial = "" }: Props) {
  const t = useTranslations("common.picker");
  const [typed, setTyped] = useState(initial);
  const name = typed.trim();

  const shown = useMemo(() => {
    const open = codes.filter(({ codable, status }) => codable && status !== "retired");
    if (typed.trim() !== "")
      return ranked(typed, open, (code) => code.name).slice(0, SHOWN);
    const byId = new Map(open.map((code) => [code.id, code]));
    const last = lastUsed.flatMap((id) => byId.get(id) ?? []);
    return [...last, ...open.filter(({ id }) => !lastUsed.includes(id))].slice(0, SHOWN);
  }, [codes, typed, lastUsed]);

  const isThere = shown.some((code) => code.name.toLowerCase() === name.toLowerCase());
  const makeNew = onNew && name && !isThere ? () => onNew(name) : undefined;
  const combo = useCombobox({
    items: shown,
    onChoose: ({ id }) => onPick(id),
    onClose,
    ...(makeNew ? { onShiftEnter: makeNew } : {}),
  });

  return (
    <div className="picker combo">
      <input
        {...combo.inputProps}
        className="combo-input"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        value={typed}
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value);
          combo.reset();
        }}
      />
      <ul {...combo.listProps} className="combo-list" aria-label={t("label")}>
        {shown.map((code, index) => (
          <li {...combo.itemProps(index)} key={code.id} className="combo-item">
            <CodeDot code={code} />
            <span className="name">{code.name}</span>
            <small>{[code.path.at(-2), code.counts.passages].filter(Boolean).join(", ")}</small>
          </li>
        ))}
      </ul>
      {makeNew ? (
        <button
          type="button"
          tabIndex={-1}
          className="combo-item combo-new combo-button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={makeNew}
        >
          {t("new", { name })} <small><Kbd keys="Shift+Enter" /></small>
        </button>
      ) : null}
      {shown.length === 0 && !makeNew ? (
        <p className="combo-note">{codes.length === 0 ? t("empty") : t("nothing")}</p>
      ) : null}
    </div>
  );
}
