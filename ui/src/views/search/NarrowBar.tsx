import { useMemo, useState } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { KeysHeld } from "../../components/Dialog";
import { Icon } from "../../components/Icon";
import { useCombobox } from "../../components/combobox";
import "../../components/combobox.css";
import { ranked } from "../../services/ranking";
import { conditionsOf } from "./query-words";
import { useConditions } from "./use-conditions";
import type { Condition } from "./use-conditions";

interface Props {
  question: string;
  onAdd: (condition: string) => void;
  onRemove: (condition: string) => void;
}

/** Conditions that narrow the question, and those that already do. */
export function NarrowBar({ question, onAdd, onRemove }: Props) {
  const t = useTranslations("search.narrow");
  const groups = useConditions();
  const conditions = conditionsOf(question);
  return (
    <div className="search-narrow no-print" role="group" aria-label={t("label")}>
      <span className="quiet small" aria-hidden="true">
        {t("label")}
      </span>
      {groups.map(({ name, choices }) =>
        choices.length > 0 ? (
          <DialogTrigger key={name}>
            <Button size="small">
              {name} <Icon name="down" />
            </Button>
            <Popover placement="bottom start">
              <Dialog className="picker" aria-label={name}>
                {({ close }) => (
                  <>
                    <KeysHeld />
                    <PickCondition
                      label={name}
                      choices={choices}
                      onClose={close}
                      onPick={(condition) => {
                        close();
                        onAdd(condition);
                      }}
                    />
                  </>
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        ) : null,
      )}
      {conditions.map((condition) => (
        <button
          key={condition}
          type="button"
          className="chip accent search-condition"
          aria-label={t("remove", { clause: condition })}
          onClick={() => onRemove(condition)}
        >
          {condition} <Icon name="close" />
        </button>
      ))}
    </div>
  );
}

interface PickProps {
  label: string;
  choices: readonly Condition[];
  onPick: (condition: string) => void;
  onClose: () => void;
}

function PickCondition({ label, choices, onPick, onClose }: PickProps) {
  const t = useTranslations("search.narrow");
  const [typed, setTyped] = useState("");
  const shown = useMemo(() => ranked(typed, choices, ({ name }) => name).slice(0, 80), [typed, choices]);
  const combo = useCombobox({ items: shown, onChoose: ({ condition }) => onPick(condition), onClose });
  return (
    <div className="combo">
      <input
        {...combo.inputProps}
        className="combo-input"
        aria-label={label}
        placeholder={t("find")}
        value={typed}
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value);
          combo.reset();
        }}
      />
      <ul {...combo.listProps} className="combo-list" aria-label={label}>
        {shown.map(({ condition, name, detail }, index) => (
          <li {...combo.itemProps(index)} key={condition} className="combo-item">
            <span className="name">{name}</span>
            {detail ? <small>{detail}</small> : null}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="combo-note">{t("none")}</p> : null}
    </div>
  );
}
