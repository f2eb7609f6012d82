/** Picks one thing of the study by a few letters of its name. */
import { useMemo, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useTranslations } from "use-intl";

import { CodeDot } from "../../components/CodeDot";
import { KeysHeld } from "../../components/Dialog";
import { useCombobox } from "../../components/combobox";
import "../../components/combobox.css";
import "../../components/dialog.css";
import { ranked } from "../../services/ranking";
import type { NameRow } from "../../services/shapes";
import { useNames } from "../../store/study";

const KINDS = new Set<string>(["code", "source", "case", "set", "query"]);
const SHOWN = 60;

interface Props {
  title: string;
  onPick: (thing: NameRow) => void;
  onClose: () => void;
}

export function ThingDialog({ title, onPick, onClose }: Props) {
  const t = useTranslations("memos");
  const common = useTranslations("common.palette");
  const names = useNames();
  const [typed, setTyped] = useState("");
  const shown = useMemo(() => {
    const things = names.filter(({ kind }) => KINDS.has(kind));
    return ranked(typed, things, ({ name }) => name).slice(0, SHOWN);
  }, [names, typed]);
  const combo = useCombobox({ items: shown, onChoose: onPick, onClose });
  return (
    <ModalOverlay isOpen isDismissable className="veil light" onOpenChange={onClose}>
      <Modal className="modal palette">
        <KeysHeld />
        <Dialog className="dialog" aria-label={title}>
          <div className="combo modal-body">
            <input
              {...combo.inputProps}
              className="combo-input"
              aria-label={title}
              placeholder={t("hang.placeholder")}
              value={typed}
              autoFocus
              onChange={(event) => {
                setTyped(event.target.value);
                combo.reset();
              }}
            />
            <ul {...combo.listProps} className="combo-list" aria-label={title}>
              {shown.map((thing, index) => (
                <li {...combo.itemProps(index)} key={`${thing.kind} ${thing.id}`} className="combo-item">
                  {thing.kind === "code" ? <CodeDot code={thing} /> : null}
                  <span className="name">{thing.name}</span>
                  <small>{common(`kind.${thing.kind}`)}</small>
                </li>
              ))}
            </ul>
            {shown.length === 0 ? <p className="combo-note">{t("hang.nothing")}</p> : null}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
