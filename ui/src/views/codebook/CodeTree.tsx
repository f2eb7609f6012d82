/** The tree of codes: arrows go through it, a code is dragged to another place or renamed in it. */
import { useMemo, useRef } from "react";
import type { KeyboardEvent } from "react";
import { Collection, Tree, TreeItem, TreeItemContent, useDragAndDrop } from "react-aria-components";
import type { Key } from "react-aria-components";
import { useTranslations } from "use-intl";

import { isTextField, pressed } from "../../services/keys";
import type { CodeRow } from "../../services/shapes";
import { CodeLine } from "./CodeLine";
import { droppedAt } from "./code-tree";
import type { CodeNode, Destination } from "./code-tree";

interface Props {
  nodes: readonly CodeNode[];
  codes: readonly CodeRow[];
  of: { interviewed: number; sites: number };
  chosen: string | null;
  onChoose: (code: string) => void;
  onOpen: (code: string) => void;
  collapsed: ReadonlySet<string>;
  onCollapse: (collapsed: ReadonlySet<string>) => void;
  /** Narrowed: all that is found is shown, and nothing is dragged. */
  isNarrowed: boolean;
  canWrite: boolean;
  onMove: (code: string, to: Destination) => void;
  renaming: string | null;
  onRename: (code: string, name: string | null) => void;
  onFocusWithin: (isWithin: boolean) => void;
}

export function CodeTree(props: Props) {
  const { nodes, codes, chosen, onChoose, onOpen, collapsed, onCollapse, isNarrowed, canWrite } = props;
  const { onMove, renaming, onRename, onFocusWithin, of } = props;
  const t = useTranslations("codebook");
  const frame = useRef<HTMLDivElement>(null);
  const canDrag = canWrite && !isNarrowed;

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canDrag,
    getItems: (keys) =>
      [...keys].map((key) => ({ "text/plain": codes.find(({ id }) => id === key)?.name ?? "" })),
    onMove: ({ keys, target }) => {
      const [moved] = [...keys].map(String);
      if (moved === undefined) return;
      const { key, dropPosition } = target;
      const to = droppedAt(codes, moved, { key: String(key), dropPosition });
      if (to) onMove(moved, to);
    },
  });

  const expanded = useMemo(() => {
    const open = codes.filter(({ id }) => isNarrowed || !collapsed.has(id));
    return open.map(({ id }) => id);
  }, [codes, collapsed, isNarrowed]);
  const expand = (keys: Set<Key>) => {
    if (isNarrowed) return;
    onCollapse(new Set(codes.flatMap(({ id }) => (keys.has(id) ? [] : [id]))));
  };

  // The view's keys come before the tree's own, which would take letters for the start of a name.
  const keyed = (event: KeyboardEvent) => {
    if (isTextField(event.target)) {
      if (event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape" && renaming) onRename(renaming, null);
      if (event.key !== "Tab") event.stopPropagation();
    } else if (pressed(event.nativeEvent)) event.stopPropagation();
  };
  const item = (node: CodeNode) => (
    <TreeItem
      key={node.id}
      id={node.id}
      value={node}
      textValue={node.code.name}
      aria-label={t("tree.row", {
        name: node.code.name,
        participants: node.code.counts.participants,
        interviewed: of.interviewed,
        sites: node.code.counts.cases,
        passages: node.code.counts.passages,
        status: node.code.status ?? "open",
      })}
      className="code-row"
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <CodeLine
            code={node.code}
            of={of}
            level={level}
            hasBelow={hasChildItems}
            isExpanded={isExpanded}
            canDrag={canDrag}
            isRenaming={renaming === node.id}
            onRename={(name) => onRename(node.id, name)}
          />
        )}
      </TreeItemContent>
      <Collection items={node.children}>{item}</Collection>
    </TreeItem>
  );

  return (
    // The wrapper only listens to what happens in the tree.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className="code-tree-frame"
      onKeyDownCapture={keyed}
      onFocus={() => onFocusWithin(true)}
      onBlur={({ relatedTarget }) => {
        if (!frame.current?.contains(relatedTarget)) onFocusWithin(false);
      }}
    >
      <Tree
        aria-label={t("tree.label")}
        className="code-tree"
        items={nodes}
        dependencies={[renaming, of, canDrag]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        onAction={(key) => onOpen(String(key))}
        expandedKeys={expanded}
        onExpandedChange={expand}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="quiet code-none">{t("tree.none")}</p>}
      >
        {item}
      </Tree>
    </div>
  );
}
