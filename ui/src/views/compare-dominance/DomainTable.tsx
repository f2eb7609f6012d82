import { useImperativeHandle, useRef } from "react";
import type { KeyboardEvent, Ref } from "react";
import { useTranslations } from "use-intl";

import type { Dominance, DominanceDomain, StatementsChoice } from "../../store/dominance";

export interface DomainTableHandle {
  /** Go to the number that is open, or to the first one. */
  focus: () => void;
}

interface Props {
  answer: Dominance;
  open: StatementsChoice | null;
  onOpen: (what: StatementsChoice, how: { byKey: boolean }) => void;
  ref: Ref<DomainTableHandle>;
}

const SIGNS = ["enabling", "constraining", "mixed", "neutral", "counter"] as const;
const ALL_COLUMNS = 1 + SIGNS.length;

/** Domains by numbers; each number of statements opens its passages. */
export function DomainTable({ answer, open, onOpen, ref }: Props) {
  const t = useTranslations("compareDominance.table");
  const frame = useRef<HTMLDivElement>(null);
  const buttons = () => [...(frame.current?.querySelectorAll<HTMLButtonElement>("button[data-number]") ?? [])];
  useImperativeHandle(ref, () => ({
    focus: () => (buttons().find((each) => each.ariaPressed === "true") ?? buttons()[0])?.focus(),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = {
      ArrowRight: 1, ArrowLeft: -1, ArrowDown: ALL_COLUMNS, ArrowUp: -ALL_COLUMNS,
    };
    const step = steps[event.key];
    const to = step === undefined ? undefined : all[at + step];
    if (at < 0 || !to) return;
    event.preventDefault();
    to.focus();
  };
  const number = (row: DominanceDomain, which: StatementsChoice["which"], value: number, column: string) => (
    <td key={column} className="number">
      <button
        type="button"
        className="dominance-number"
        data-number=""
        aria-label={t("open", { domain: row.id ? row.name : t("all"), column, value })}
        aria-pressed={open !== null && open.of === row.id && open.which === which}
        onClick={({ detail }) => onOpen({ of: row.id, which }, { byKey: detail === 0 })}
      >
        {value}
      </button>
    </td>
  );
  return (
    // The arrow keys go from number to number; each of them is reached by Tab, too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className="dominance-frame" onKeyDown={onKeyDown}>
      <table className="dominance-table">
        <caption className="unseen">{t("caption", { cause: answer.cause_name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("domain")}</th>
            {(["statements", "participants", "cases", "sectors", ...SIGNS, "links"] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...answer.rows, answer.whole].map((row) => (
            <tr key={row.id ?? "all"} className={row.id ? undefined : "whole"}>
              <th scope="row">{row.id ? row.name : t("all")}</th>
              {number(row, null, row.statements, t("statements"))}
              <td className="number">{t("ofMany", { count: row.participants, of: row.of })}</td>
              <td className="number">{row.cases ?? "–"}</td>
              <td className="number">{row.sectors ?? "–"}</td>
              {SIGNS.map((sign) => number(row, sign, row[sign], t(sign)))}
              <td className="number">
                {[
                  String(row.interactions),
                  row.strengthening > 0 ? t("plus", { count: row.strengthening }) : "",
                  row.weakening > 0 ? t("minus", { count: row.weakening }) : "",
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        {answer.leading ? t("leading", { sign: t(answer.leading) }) : t("noLeading")}
      </p>
    </div>
  );
}
