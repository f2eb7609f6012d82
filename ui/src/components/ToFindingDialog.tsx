import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { ranked } from "../services/ranking";
import type { FindingRow } from "../services/shapes";
import type { PassageInHand, Use } from "../store/passage-in-hand";
import { Dialog } from "./Dialog";
import { Kbd } from "./Kbd";
import { Loading } from "./Progress";
import { StandingMark } from "./StandingMark";
import { useCombobox } from "./combobox";
import "./combobox.css";
import "./to-finding.css";

const USES: readonly Use[] = ["for", "against", "quote"];

interface Props {
  passage: PassageInHand;
  /** Those at hand first; missing while they are on their way. */
  findings: readonly FindingRow[] | undefined;
  onGive: (finding: string, use: Use) => void;
  /** A new finding of these words, with the passage. */
  onNew: (statement: string, use: Use) => void;
  /** Quoted, but for no finding yet. */
  onQuote: () => void;
  onClose: () => void;
}

/** A passage in hand: what it is to be, and for which finding. Enter gives it. */
export function ToFindingDialog({ passage, findings, onGive, onNew, onQuote, onClose }: Props) {
  const t = useTranslations("common.toFinding");
  const [use, setUse] = useState<Use>("for");
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const shown = useMemo(() => found(findings ?? [], words), [findings, words]);
  const makeNew = words === "" || !findings ? undefined : () => onNew(words, use);
  const combo = useCombobox({
    items: shown,
    onChoose: ({ id }) => onGive(id, use),
    onClose,
    ...(makeNew ? { onShiftEnter: makeNew } : {}),
  });
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <div className="to-finding">
        <blockquote>
          <p>{passage.text}</p>
          <footer>{passage.source_name}</footer>
        </blockquote>
        <fieldset>
          <legend className="field-label">{t("use")}</legend>
          {USES.map((each) => (
            <label key={each}>
              <input type="radio" name="use" checked={use === each} onChange={() => setUse(each)} /> {t(`uses.${each}`)}
            </label>
          ))}
        </fieldset>
        <div className="to-finding-choice combo">
          <input
            {...combo.inputProps}
            className="combo-input"
            aria-label={t("finding")}
            placeholder={t("placeholder")}
            value={typed}
            autoFocus
            onChange={(event) => {
              setTyped(event.target.value);
              combo.reset();
            }}
          />
          <ul {...combo.listProps} className="combo-list" aria-label={t("finding")}>
            {shown.map(({ id, name, statement, standing }, index) => (
              <li {...combo.itemProps(index)} key={id} className="combo-item">
                <StandingMark standing={standing} isWordUnseen />
                <strong>{name}</strong>
                <span className="name">{statement}</span>
              </li>
            ))}
          </ul>
          {!findings ? <Loading /> : null}
          {findings?.length === 0 && !makeNew ? <p className="combo-note">{t("none")}</p> : null}
          {makeNew ? (
            <button type="button" className="combo-item combo-new combo-button" onClick={makeNew}>
              {t("new", { words })} <small><Kbd keys="Shift+Enter" /></small>
            </button>
          ) : null}
          {use === "quote" ? (
            <button type="button" className="combo-item combo-new combo-button" onClick={onQuote}>
              {t("onlyQuote")}
            </button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

/** The one of that very name first, then those that are most like what was typed. */
function found(findings: readonly FindingRow[], words: string): readonly FindingRow[] {
  if (words === "") return findings;
  const named = findings.filter(({ name }) => name.toLowerCase() === words.toLowerCase());
  const like = ranked(words, [...findings], ({ name, statement }) => `${name} ${statement}`);
  return [...named, ...like.filter((each) => !named.includes(each))];
}
