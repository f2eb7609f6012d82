/** The codes at hand: drag one onto selected text, or drop selected text onto one. */

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { CodeDot } from "../../components/CodeDot";
import { Kbd } from "../../components/Kbd";
import { CODE_DRAGGED, PASSAGE_DRAGGED } from "../../components/transcript/dragged";
import { ranked } from "../../services/ranking";
import type { CodeRow } from "../../services/shapes";
import { useDesk } from "../../store/desk";
import { useReadingView } from "./reading-context";

const SHOWN = 40;

export function CodeList() {
  const t = useTranslations("read.list");
  const { codes, canWrite, applyCode } = useReadingView();
  const lastCodes = useDesk((desk) => desk.lastCodes);
  const [typed, setTyped] = useState("");
  const [over, setOver] = useState<string | null>(null);

  const shown = useMemo(() => {
    const open = codes.filter(({ codable, status }) => codable && status !== "retired");
    if (typed.trim() !== "") return ranked(typed, open, ({ name }) => name).slice(0, SHOWN);
    const byId = new Map(open.map((code) => [code.id, code]));
    const last = lastCodes.flatMap((id) => byId.get(id) ?? []);
    return [...last, ...open.filter(({ id }) => !lastCodes.includes(id))].slice(0, SHOWN);
  }, [codes, typed, lastCodes]);

  if (!canWrite) return null;
  const row = (code: CodeRow) => {
    const at = lastCodes.indexOf(code.id);
    return (
      <li key={code.id}>
        <button
          type="button"
          draggable
          className={`code-at-hand${over === code.id ? " over" : ""}`}
          title={t("apply", { name: code.name })}
          onClick={() => applyCode(code.id)}
          onDragStart={(event) => {
            event.dataTransfer.setData(CODE_DRAGGED, code.id);
            event.dataTransfer.effectAllowed = "copy";
          }}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(PASSAGE_DRAGGED)) return;
            event.preventDefault();
            event.dataTransfer.dropEffect = "copy";
            setOver(code.id);
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(null);
            applyCode(code.id);
          }}
        >
          <CodeDot code={code} />
          <span>{code.name}</span>
          {at >= 0 && at < 9 ? (
            <Kbd keys={String(at + 1)} />
          ) : (
            <small>{code.counts.passages}</small>
          )}
        </button>
      </li>
    );
  };
  return (
    <section>
      <h3>{t("heading")}</h3>
      {codes.length === 0 ? (
        <p className="quiet small">{t("empty")}</p>
      ) : (
        <>
          <p className="quiet small code-list-hint">{t("hint")}</p>
          <input
            className="input"
            aria-label={t("filter")}
            placeholder={t("filter")}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </>
      )}
      <ul className="code-list">{shown.map(row)}</ul>
    </section>
  );
}
