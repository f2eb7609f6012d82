import { useMemo, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useTranslations } from "use-intl";

import { CodeDot } from "./CodeDot";
import { KeysHeld } from "./Dialog";
import { Kbd } from "./Kbd";
import { useCombobox } from "./combobox";
import { found } from "./palette-finding";
import type { Reachable } from "./palette-finding";
import "./combobox.css";
import "./dialog.css";

interface Props {
  reachable: readonly Reachable[];
  onClose: () => void;
  /** Search the texts for what was typed. */
  onSearch: (words: string) => void;
}

/** Reaches every action, source, code, case and memo by name, in other tools' words too. */
export function Palette({ reachable, onClose, onSearch }: Props) {
  const t = useTranslations("common.palette");
  const [typed, setTyped] = useState("");
  // Not put off: whoever types fast and presses Enter means what is typed, not what was shown.
  const shown = useMemo(() => {
    const items = found(typed, reachable);
    const words = typed.trim();
    if (words === "") return items;
    const search: Reachable = {
      id: "search-for",
      kind: "view",
      detail: t("searchDetail"),
      name: t("searchFor", { words }),
      run: () => onSearch(words),
    };
    return [...items, search];
  }, [typed, reachable, onSearch, t]);
  const combo = useCombobox({
    items: shown,
    onChoose: ({ run }) => {
      onClose();
      run();
    },
    onClose,
  });

  return (
    <ModalOverlay isOpen isDismissable className="veil light" onOpenChange={onClose}>
      <Modal className="modal palette">
        <KeysHeld />
        <Dialog className="dialog" aria-label={t("label")}>
          <div className="combo modal-body">
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
              {shown.map((item, index) => (
                <li {...combo.itemProps(index)} key={`${item.kind} ${item.id}`} className="combo-item">
                  {item.kind === "code" ? <CodeDot code={{ id: item.id, colour: item.colour ?? null }} /> : null}
                  <span className="name">{item.name}</span>
                  <small>{item.keys ? <Kbd keys={item.keys} /> : (item.detail ?? t(`kind.${item.kind}`))}</small>
                </li>
              ))}
            </ul>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
