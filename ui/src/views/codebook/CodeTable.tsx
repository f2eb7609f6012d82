/** The tree under its heading line, with a filter and ways to fold it. */
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import type { CodeRow } from "../../services/shapes";
import { CodeTree } from "./CodeTree";
import { narrowed, treeOf } from "./code-tree";
import type { Destination } from "./code-tree";

/** More codes than this are shown folded at first: a long list is slow to draw and to survey. */
const MANY = 120;

interface Props {
  codes: readonly CodeRow[];
  of: { interviewed: number; sites: number };
  chosen: string | null;
  onChoose: (code: string) => void;
  onOpen: (code: string) => void;
  canWrite: boolean;
  onMove: (code: string, to: Destination) => void;
  renaming: string | null;
  onRename: (code: string, name: string | null) => void;
  onFocusWithin: (isWithin: boolean) => void;
}

export function CodeTable(props: Props) {
  const { codes, of, chosen } = props;
  const t = useTranslations("codebook");
  const [typed, setTyped] = useState("");
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() =>
    codes.length > MANY ? foldedBut(codes, chosen) : new Set(),
  );
  const nodes = useMemo(() => narrowed(treeOf(codes), typed), [codes, typed]);
  const isNarrowed = typed.trim() !== "";
  const retired = codes.filter(({ status }) => status === "retired").length;

  const foldAll = () => setCollapsed(new Set(codes.map(({ id }) => id)));
  return (
    <div className="code-table no-print">
      <div className="code-tools">
        <Field
          label={t("tree.filter")}
          isLabelUnseen
          type="search"
          placeholder={t("tree.filter")}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === "Escape") setTyped("");
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            const rows = event.currentTarget.closest(".code-table")?.querySelectorAll<HTMLElement>(".code-row");
            rows?.[0]?.focus();
          }}
        />
        <Button size="small" kind="plain" onPress={() => setCollapsed(new Set())}>
          {t("tree.unfoldAll")}
        </Button>
        <Button size="small" kind="plain" onPress={foldAll}>
          {t("tree.foldAll")}
        </Button>
        <span className="spacer" />
        <span className="quiet small">{t("tree.count", { codes: codes.length, retired })}</span>
      </div>
      <div className="code-heads" aria-hidden="true">
        <span>{t("tree.code")}</span>
        <span>{t("tree.participants", { interviewed: of.interviewed })}</span>
        <span>{t("tree.sites", { sites: of.sites })}</span>
        <span>{t("tree.passages")}</span>
        <span />
      </div>
      <CodeTree
        {...props}
        nodes={nodes}
        collapsed={collapsed}
        onCollapse={setCollapsed}
        isNarrowed={isNarrowed}
      />
    </div>
  );
}

/** Every code folded, but those above the chosen one. */
function foldedBut(codes: readonly CodeRow[], chosen: string | null): ReadonlySet<string> {
  const folded = new Set(codes.map(({ id }) => id));
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  for (let above = parents.get(chosen ?? ""); above; above = parents.get(above)) folded.delete(above);
  return folded;
}
