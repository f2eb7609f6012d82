import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { useCombobox } from "../../../components/combobox";
import { ranked } from "../../../services/ranking";
import { useSetActs, useSets } from "../../../store/sets";
import "../../../components/combobox.css";

/** Put sources into a set: one that is there, or a new one of the name that is typed. */
export function SetPicker({ sources }: { sources: string[] }) {
  const t = useTranslations("sources.many");
  const { data: sets } = useSets();
  const { add, change } = useSetActs();
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const shown = useMemo(() => ranked(typed, sets ?? [], (set) => set.name), [typed, sets]);
  const isThere = shown.some((set) => set.name.toLowerCase() === name.toLowerCase());
  const clear = (saved: unknown) => {
    if (saved) setTyped("");
  };
  const makeNew = name && !isThere ? () => void add(name, sources).then(clear) : undefined;
  const combo = useCombobox({
    items: shown,
    onChoose: (set) => void change(set.id, { add: sources }).then(clear),
    onClose: () => setTyped(""),
    ...(makeNew ? { onShiftEnter: makeNew } : {}),
  });
  return (
    <div className="set-picker">
      <input
        {...combo.inputProps}
        className="input"
        aria-label={t("setLabel")}
        placeholder={t("setPlaceholder")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          combo.reset();
        }}
      />
      <ul {...combo.listProps} className="combo-list" aria-label={t("setLabel")}>
        {shown.map((set, index) => (
          <li {...combo.itemProps(index)} key={set.id} className="combo-item">
            <span className="name">{set.name}</span>
            <small>{t("setSize", { count: set.size })}</small>
          </li>
        ))}
      </ul>
      {makeNew ? (
        <button type="button" className="combo-item combo-new combo-button" onClick={makeNew}>
          {t("newSet", { name })}
        </button>
      ) : null}
      {sets?.length === 0 && !name ? <p className="quiet small">{t("noSets")}</p> : null}
    </div>
  );
}
