/** The codebook's rows as a tree, and where a code goes when it is moved. */
import { rank } from "../../services/ranking";
import type { CodeRow } from "../../services/shapes";

export interface CodeNode {
  id: string;
  code: CodeRow;
  children: CodeNode[];
}

/** Where a code goes: below a parent (null: at the top), last or right before a sibling. */
export interface Destination {
  parent: string | null;
  before: string | null;
}

export function treeOf(codes: readonly CodeRow[]): CodeNode[] {
  const nodes = new Map<string, CodeNode>();
  const top: CodeNode[] = [];
  for (const code of codes) {
    const node: CodeNode = { id: code.id, code, children: [] };
    nodes.set(code.id, node);
    const parent = code.parent === null ? undefined : nodes.get(code.parent);
    (parent?.children ?? top).push(node);
  }
  return top;
}

/** The codes that the typed words find, by name or in what they say, and those above them. */
export function narrowed(nodes: readonly CodeNode[], typed: string): CodeNode[] {
  const words = typed.trim().toLocaleLowerCase();
  if (words === "") return [...nodes];
  return nodes.flatMap((node) => {
    const children = narrowed(node.children, typed);
    return children.length > 0 || isFound(node.code, words) ? [{ ...node, children }] : [];
  });
}

function isFound(code: CodeRow, words: string): boolean {
  if (rank(words, code.name) >= 200) return true;
  // What a code leaves out names other codes, and would find too much.
  const says = [code.definition, code.includes, ...code.merged];
  return says.some((text) => text?.toLocaleLowerCase().includes(words));
}

/** The ids of a code and of all below it. */
export function withBelow(codes: readonly CodeRow[], id: string): Set<string> {
  const found = new Set([id]);
  for (const code of codes) if (code.parent !== null && found.has(code.parent)) found.add(code.id);
  return found;
}

export function childrenOf(codes: readonly CodeRow[], parent: string | null): CodeRow[] {
  return codes.filter((code) => code.parent === parent);
}

interface Target {
  key: string;
  dropPosition: "before" | "after" | "on";
}

/** Where a code comes that is dropped at a target; null where it cannot go. */
export function droppedAt(
  codes: readonly CodeRow[],
  moved: string,
  { key, dropPosition }: Target,
): Destination | null {
  if (withBelow(codes, moved).has(key)) return null;
  if (dropPosition === "on") return { parent: key, before: null };
  const target = codes.find(({ id }) => id === key);
  if (!target) return null;
  if (dropPosition === "before") return { parent: target.parent, before: key };
  const siblings = childrenOf(codes, target.parent).filter(({ id }) => id !== moved);
  const next = siblings[siblings.findIndex(({ id }) => id === key) + 1];
  return { parent: target.parent, before: next?.id ?? null };
}

export type Nudge = "up" | "down" | "in" | "out";

/** Where a code comes by one step: up, down, below the one before it, or beside its parent. */
export function nudged(codes: readonly CodeRow[], moved: string, by: Nudge): Destination | null {
  const code = codes.find(({ id }) => id === moved);
  if (!code) return null;
  const siblings = childrenOf(codes, code.parent);
  const at = siblings.findIndex(({ id }) => id === moved);
  if (by === "up") {
    const before = siblings[at - 1];
    return before ? { parent: code.parent, before: before.id } : null;
  }
  if (by === "down") {
    if (at === siblings.length - 1) return null;
    return { parent: code.parent, before: siblings[at + 2]?.id ?? null };
  }
  if (by === "in") {
    const above = siblings[at - 1];
    return above ? { parent: above.id, before: null } : null;
  }
  const parent = codes.find(({ id }) => id === code.parent);
  if (!parent) return null;
  const beside = childrenOf(codes, parent.parent);
  const next = beside[beside.findIndex(({ id }) => id === parent.id) + 1];
  return { parent: parent.parent, before: next?.id ?? null };
}

/** The code to choose when one goes: the next one beside it, the one before, or its parent. */
export function nextTo(codes: readonly CodeRow[], gone: string): string | null {
  const code = codes.find(({ id }) => id === gone);
  if (!code) return null;
  const siblings = childrenOf(codes, code.parent);
  const at = siblings.findIndex(({ id }) => id === gone);
  return (siblings[at + 1] ?? siblings[at - 1])?.id ?? code.parent;
}
