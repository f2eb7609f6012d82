import { useId, useState } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { KeysHeld } from "../../components/Dialog";
import { Icon } from "../../components/Icon";
import "./where-field.css";

interface Props {
  where: string;
  onChange: (where: string) => void;
}

const EXAMPLES = [
  { id: "coder", words: "coder:Ama" },
  { id: "case", words: 'sector:"public health"' },
  { id: "valence", words: "valence:constraining" },
  { id: "overlap", words: "code:* overlaps code:trust" },
  { id: "date", words: "date>=2026-03" },
] as const;

/** The condition under which something is counted; Enter asks. */
export function WhereField({ where, onChange }: Props) {
  const t = useTranslations("compare.where");
  const id = useId();
  const [typed, setTyped] = useState(where);
  const say = () => {
    if (typed.trim() !== where) onChange(typed.trim());
  };
  return (
    <div className="compare-where">
      <label htmlFor={id}>{t("label")}</label>
      <input
        id={id}
        className="input"
        value={typed}
        placeholder={t("placeholder")}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={say}
        onKeyDown={(event) => {
          if (event.key === "Enter") say();
          else if (event.key === "Escape") setTyped(where);
        }}
      />
      {where ? (
        <IconButton label={t("clear")} onPress={() => onChange("")}>
          <Icon name="close" />
        </IconButton>
      ) : null}
      <DialogTrigger>
        <IconButton label={t("help")}>
          <Icon name="help" />
        </IconButton>
        <Popover placement="bottom end">
          <Dialog className="compare-help" aria-label={t("helpTitle")}>
            {({ close }) => (
              <>
                <KeysHeld />
                <h2>{t("helpTitle")}</h2>
                <p>{t("helpText")}</p>
                <ul>
                  {EXAMPLES.map(({ id: example, words }) => (
                    <li key={example}>
                      <button
                        type="button"
                        className="compare-example"
                        onClick={() => {
                          close();
                          onChange(words);
                        }}
                      >
                        {words}
                      </button>
                      <span className="quiet small">{t(`examples.${example}`)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
