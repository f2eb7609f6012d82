import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CodeDot } from "../../components/CodeDot";
import { ErrorNote } from "../../components/ErrorNote";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import { useCombobox } from "../../components/combobox";
import "../../components/combobox.css";
import type { Failure } from "../../services/failure";
import { ranked } from "../../services/ranking";
import type { ActOptions } from "../../store/acting";
import { useCodes } from "../../store/codes";
import { useTriedCheck } from "../../store/findings";
import { CheckAnswer } from "./CheckAnswer";
import { CheckExamples } from "./CheckExamples";
import { codeTyped, repaired, withCode } from "./check-words";

const RESTS_AFTER = 200; // milliseconds without a key until it is tried
const NAMES_SHOWN = 6;

interface Props {
  initial: string;
  /** Stores it; null where that failed. */
  onSave: (text: string, options: ActOptions) => Promise<object | null>;
  onClose: () => void;
}

/** Writing a check: what it finds today is shown as one types. Enter stores it. */
export function CheckEditor({ initial, onSave, onClose }: Props) {
  const t = useTranslations("findings.check");
  const common = useTranslations("common.dialog");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(initial);
  const [caret, setCaret] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const text = typed.trim();
  const tried = useTriedCheck(useRested(text));
  const { data: codes } = useCodes();
  const naming = caret === null ? null : codeTyped(typed, caret);
  const names = useMemo(() => {
    if (naming === null || !codes) return [];
    const open = codes.codes.filter(({ codable, status }) => codable && status !== "retired");
    return (naming.typed.trim() === "" ? open : ranked(naming.typed, open, ({ name }) => name)).slice(0, NAMES_SHOWN);
  }, [naming, codes]);

  // At once: what is typed next must come after what was written for somebody.
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = wanted.current;
    if (at === null) return;
    wanted.current = null;
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  });
  const write = (next: string, at: number | null = null) => {
    setTyped(next);
    setCaret(null);
    setFailure(null);
    wanted.current = at ?? next.length;
  };
  const save = async () => {
    if (text === "") return;
    const saved = await onSave(text, {
      onFailure: (error) => {
        setFailure(error);
        return true;
      },
    });
    if (saved) onClose();
  };
  const combo = useCombobox({
    items: names,
    onChoose: ({ name }) => {
      if (naming === null || caret === null) return;
      const written = withCode(typed, caret, naming, name);
      write(written.text, written.caret);
    },
    onClose: () => (names.length > 0 ? setCaret(null) : onClose()),
    onShiftEnter: () => void save(), // and Enter, while no names are offered
  });
  const tell = tried.data && text !== "" ? { ...tried.data, text: tried.data.text || text } : null;
  const error = failure ?? (tried.isPlaceholderData ? null : tried.error);
  return (
    <div className="check-editor">
      <label className="field-label" htmlFor={id}>
        {t("field")}
      </label>
      <div className="check-field">
        <input
          {...combo.inputProps}
          ref={field}
          id={id}
          className="input"
          value={typed}
          maxLength={2000}
          placeholder={t("placeholder")}
          autoFocus
          onChange={({ target }) => {
            setTyped(target.value);
            setCaret(target.selectionStart);
            setFailure(null);
            combo.reset();
          }}
          onBlur={() => setCaret(null)}
        />
        <ul {...combo.listProps} className={`combo-list check-names${names.length > 0 ? "" : " empty"}`} aria-label={t("codes")}>
          {names.map((code, index) => (
            <li {...combo.itemProps(index)} key={code.id} className="combo-item">
              <CodeDot code={code} />
              <span className="name">{code.name}</span>
              <small>{code.path.at(-2)}</small>
            </li>
          ))}
        </ul>
      </div>
      <div className="check-tried" aria-live="polite" aria-busy={tried.isFetching}>
        {isSlip(error) ? <QuerySlip failure={error} asked={text} /> : null}
        {error && !isSlip(error) ? <ErrorNote error={error} /> : null}
        {tell && !error ? <CheckAnswer check={tell} onRepair={(suggestion) => write(repaired(tell, suggestion))} /> : null}
        {text === "" ? <p className="quiet small">{t("hint")}</p> : null}
      </div>
      <div className="row">
        <Button kind="main" size="small" isDisabled={text === ""} onPress={() => void save()}>
          {common("save")}
        </Button>
        <Button size="small" onPress={onClose}>
          {common("cancel")}
        </Button>
      </div>
      <CheckExamples onTake={(example) => write(example)} />
    </div>
  );
}

/** What was typed once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), RESTS_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
