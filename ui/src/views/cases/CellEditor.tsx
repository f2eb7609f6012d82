import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";

export type Then = "stay" | "down" | "up" | "next" | "before";

interface Props {
  label: string;
  initial: string;
  /** The whole value is selected, as when it was opened by Enter on another's words. */
  selectsAll: boolean;
  suggestions: readonly string[];
  /** Only what is suggested can be chosen, as for groups. */
  mustBeOne: boolean;
  /** Store it; a sentence where it cannot be. */
  onSave: (text: string, then: Then) => Promise<string | null>;
  onLeave: () => void;
}

const SHOWN = 8;

/** A cell that is typed into. Enter and Tab store it and go on, Esc leaves it as it was. */
export function CellEditor(props: Props) {
  const { label, initial, selectsAll, suggestions, mustBeOne, onSave, onLeave } = props;
  const t = useTranslations("cases.grid");
  const id = useId();
  const [text, setText] = useState(initial);
  const [at, setAt] = useState(-1);
  const [error, setError] = useState<string | null>(null);
  const [isBelow, setBelow] = useState(true);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    if (selectsAll) field.select();
    else field.setSelectionRange(field.value.length, field.value.length);
    setBelow(field.getBoundingClientRect().bottom < window.innerHeight - 300);
  }, [selectsAll]);

  const words = text.trim().toLocaleLowerCase();
  const isAsWas = text === initial && selectsAll;
  const shown = suggestions
    .filter((each) => isAsWas || words === "" || each.toLocaleLowerCase().includes(words))
    .filter((each) => mustBeOne || each.toLocaleLowerCase() !== words || at >= 0)
    .slice(0, SHOWN);

  const save = async (then: Then, chosen?: string) => {
    if (isDone.current) return;
    const value = chosen ?? shown[at] ?? (mustBeOne && words !== "" ? (shown[0] ?? text) : text);
    isDone.current = true;
    const refusal = value.trim() === initial.trim() && selectsAll ? null : await onSave(value.trim(), then);
    if (refusal === null) onLeave();
    else {
      isDone.current = false;
      setError(refusal);
    }
  };

  // The field is left with the pointer: what was typed is stored, as in a spreadsheet.
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && shown.length > 0) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((before) => Math.max(-1, Math.min(before + step, shown.length - 1)));
    } else if (event.key === "Escape") {
      isDone.current = true;
      onLeave();
    } else if (event.key === "Enter") void save(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") void save(event.shiftKey ? "before" : "next");
    else return;
    event.preventDefault();
  };

  return (
    <div className="cell-editor">
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}-error` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
          setError(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => void latest.current("stay")}
      />
      <div className={`cell-below${isBelow ? "" : " above"}`}>
        {error ? (
          <p id={`${id}-error`} role="alert" className="cell-error">
            {error}
          </p>
        ) : null}
        <div id={`${id}-list`} role="listbox" aria-label={t("suggestions")} className="cell-suggestions">
          {shown.map((each, index) => (
            <div
              key={each}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                void save("stay", each);
              }}
            >
              {each}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
