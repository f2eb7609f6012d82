import { useMemo, useState } from "react";
import type { CSSProperties, KeyboardEvent } from "react";
import { Button, Collection, Tree, TreeItem, TreeItemContent, useDragAndDrop } from "react-aria-components";
import { useTranslations } from "use-intl";

import { Icon } from "../../components/Icon";
import { pressed } from "../../services/keys";
import type { CaseRow } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import type { TreeNode } from "./case-tree";
import { caseTree } from "./case-tree";
import { PERSON } from "./grid-columns";
import { useKindName } from "./kind-names";

interface Props {
  cases: readonly CaseRow[];
  /** Shown alone with what they lie in; null: all. */
  found: ReadonlySet<string> | null;
  chosen: string | null;
  canWrite: boolean;
  onChoose: (id: string) => void;
  /** Put the chosen case into another, by a dialog. */
  onPut: (id: string) => void;
}

/** Sites, in them organisations, in them people. A case is dragged onto what it lies in; Enter
 * opens a dialog that does the same. */
export function CaseTree({ cases, found, chosen, canWrite, onChoose, onPut }: Props) {
  const t = useTranslations("cases.tree");
  const { join } = useCaseActs();
  const nodes = useMemo(() => {
    const whole = caseTree(cases);
    return found ? narrowed(whole, found) : whole;
  }, [cases, found]);
  const all = useMemo(() => allOf(nodes), [nodes]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const expanded = [...all.keys()].filter((key) => found !== null || !folded.has(key));
  const [at, setAt] = useState<string | null>(null);
  const atNode = at === null ? undefined : all.get(at);
  const selected =
    atNode?.row.id === chosen ? at : ([...all.values()].find(({ row }) => row.id === chosen)?.key ?? null);

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canWrite,
    getItems: (keys) =>
      [...keys].map((key) => ({
        "text/plain": all.get(String(key))?.row.name ?? "",
        "crosscase-case": all.get(String(key))?.row.id ?? "",
      })),
    acceptedDragTypes: ["crosscase-case"],
    getDropOperation: (target) => {
      const onto = target.type === "item" ? all.get(String(target.key)) : undefined;
      const canHold = onto !== undefined && onto.row.kind !== PERSON;
      return target.type === "item" && target.dropPosition === "on" && canHold ? "move" : "cancel";
    },
    onItemDrop: ({ target, items }) => {
      const group = all.get(String(target.key))?.row;
      const put = async () => {
        for (const item of items) {
          if (item.kind !== "text" || !item.types.has("crosscase-case")) continue;
          const member = await item.getText("crosscase-case");
          if (group && member !== group.id) await join({ member, group: group.id });
        }
      };
      void put();
    },
  });

  const keyed = (event: KeyboardEvent) => {
    if (event.key.length === 1 && pressed(event.nativeEvent)) event.stopPropagation();
  };
  const item = (node: TreeNode) => (
    <TreeItem
      key={node.key}
      id={node.key}
      value={node}
      textValue={node.row.name}
      className="tree-row"
      onAction={() => {
        if (canWrite) onPut(node.row.id);
      }}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <Line node={node} hasBelow={hasChildItems} isExpanded={isExpanded} level={level} canDrag={canWrite} />
        )}
      </TreeItemContent>
      <Collection items={node.children}>{item}</Collection>
    </TreeItem>
  );

  return (
    // The wrapper only listens to what happens in the tree.
    <div className="tree-frame" onKeyDownCapture={keyed}>
      <Tree
        aria-label={t("label")}
        className="case-tree"
        items={nodes}
        dependencies={[canWrite]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={selected ? [selected] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          const node = key === undefined ? undefined : all.get(String(key));
          if (!node) return;
          setAt(node.key);
          onChoose(node.row.id);
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setFolded(new Set([...all.keys()].filter((key) => !keys.has(key))))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="quiet tree-none">{t("none")}</p>}
      >
        {item}
      </Tree>
    </div>
  );
}

interface LineProps {
  node: TreeNode;
  hasBelow: boolean;
  isExpanded: boolean;
  level: number;
  canDrag: boolean;
}

function Line({ node, hasBelow, isExpanded, level, canDrag }: LineProps) {
  const t = useTranslations("cases.tree");
  const kindName = useKindName();
  const { row, countsElsewhere, membership } = node;
  return (
    <div className="tree-line" style={{ "--level": level } as CSSProperties}>
      <Button
        slot="chevron"
        className={`tree-chevron${hasBelow ? "" : " none"}`}
        aria-label={isExpanded ? t("fold") : t("unfold")}
      >
        <Icon name={isExpanded ? "down" : "right"} />
      </Button>
      <span className={row.kind === PERSON ? "" : `tree-group${level === 1 ? " top" : ""}`}>{row.name}</span>
      {row.kind === PERSON ? null : <span className="quiet small">{kindName(row.kind, 1)}</span>}
      {membership?.role ? <span className="quiet small">{membership.role}</span> : null}
      {countsElsewhere ? <span className="quiet small">{t("elsewhere")}</span> : null}
      {row.kind === PERSON && !row.interviewed ? <span className="quiet small">{t("notInterviewed")}</span> : null}
      <span className="spacer" />
      {hasBelow ? <span className="quiet small">{t("people", { count: peopleIn(node).size })}</span> : null}
      {canDrag ? (
        <Button slot="drag" className="tree-drag" aria-label={t("drag", { name: row.name })}>
          <Icon name="grip" />
        </Button>
      ) : null}
    </div>
  );
}

function peopleIn(node: TreeNode, found = new Set<string>()): Set<string> {
  if (node.row.kind === PERSON) found.add(node.row.id);
  for (const each of node.children) peopleIn(each, found);
  return found;
}

function allOf(nodes: readonly TreeNode[], found = new Map<string, TreeNode>()): Map<string, TreeNode> {
  for (const node of nodes) {
    found.set(node.key, node);
    allOf(node.children, found);
  }
  return found;
}

/** Only what is found, with what it lies in. */
function narrowed(nodes: readonly TreeNode[], found: ReadonlySet<string>): TreeNode[] {
  return nodes.flatMap((node) => {
    const children = narrowed(node.children, found);
    return children.length > 0 || found.has(node.row.id) ? [{ ...node, children }] : [];
  });
}
