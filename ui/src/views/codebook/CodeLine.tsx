/** One line of the tree: the code, and how many it was found with. */
import { useState } from "react";
import { Button } from "react-aria-components";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";

import { CodeDot } from "../../components/CodeDot";
import { Icon } from "../../components/Icon";
import type { CodeRow } from "../../services/shapes";

interface Props {
  code: CodeRow;
  of: { interviewed: number; sites: number };
  level: number;
  hasBelow: boolean;
  isExpanded: boolean;
  canDrag: boolean;
  isRenaming: boolean;
  onRename: (name: string | null) => void;
}

export function CodeLine(props: Props) {
  const { code, of, level, hasBelow, isExpanded, canDrag, isRenaming, onRename } = props;
  const t = useTranslations("codebook");
  const { counts, status } = code;
  const share = of.interviewed > 0 ? counts.participants / of.interviewed : 0;
  return (
    <>
      <div className="code-name-cell" style={{ "--level": level } as CSSProperties}>
        <Button
          slot="chevron"
          className={`code-chevron${hasBelow ? "" : " none"}`}
          aria-label={isExpanded ? t("tree.fold") : t("tree.unfold")}
        >
          <Icon name={isExpanded ? "down" : "right"} />
        </Button>
        <CodeDot code={code} isHollow={!code.codable || status === "retired"} />
        {isRenaming ? (
          <Rename code={code} onRename={onRename} />
        ) : (
          <span className={`code-name${level === 1 ? " top" : ""}${status === "retired" ? " retired" : ""}`}>
            {code.name}
          </span>
        )}
        {status === "retired" ? <span className="code-note">{t("tree.retired")}</span> : null}
        {code.merged.length > 0 ? (
          <span className="code-note" title={t("tree.merged", { names: code.merged.join(", ") })}>
            {t("tree.merged", { names: code.merged.join(", ") })}
          </span>
        ) : null}
      </div>
      <div className="code-count participants">
        <span className="code-bar" style={{ width: `${share * 100}%` }} aria-hidden="true" />
        <span className="code-figure">
          {counts.participants} <small>{t("tree.of", { total: of.interviewed })}</small>
        </span>
      </div>
      <div className="code-count">{counts.cases}</div>
      <div className="code-count">{counts.passages}</div>
      <Button slot="drag" className="code-drag" isDisabled={!canDrag} aria-label={t("tree.drag", { name: code.name })}>
        <Icon name="grip" />
      </Button>
    </>
  );
}

function Rename({ code, onRename }: { code: CodeRow; onRename: (name: string | null) => void }) {
  const t = useTranslations("codebook");
  const [typed, setTyped] = useState(code.name);
  const done = () => onRename(typed.trim() === "" || typed.trim() === code.name ? null : typed.trim());
  return (
    <form
      className="code-rename"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <input
        className="input"
        aria-label={t("tree.rename", { name: code.name })}
        value={typed}
        autoFocus
        maxLength={500}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={done}
        onPointerDown={(event) => event.stopPropagation()}
      />
    </form>
  );
}
