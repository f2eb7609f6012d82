/** Cases as a tree: sites, in them organisations, in them people; a case in two places is twice. */
import type { CaseRow, MembershipRow } from "../../services/shapes";
import { orderedKinds } from "./grid-columns";

export interface TreeNode {
  /** The way from the top: a case may stand in several places. */
  key: string;
  row: CaseRow;
  /** What puts it here; null at the top. */
  membership: MembershipRow | null;
  /** It stands elsewhere too, and that one counts. */
  countsElsewhere: boolean;
  children: TreeNode[];
}

/** A case stands in the narrowest of its groups: one in an organisation of a site stands there
 * and not in the site once more. */
export function caseTree(cases: readonly CaseRow[]): TreeNode[] {
  const byId = new Map(cases.map((row) => [row.id, row]));
  const above = new Map<string, Set<string>>();
  const allAbove = (id: string): Set<string> => {
    const known = above.get(id);
    if (known) return known;
    const found = new Set<string>();
    above.set(id, found); // a circle, should a merge have made one, ends here
    for (const group of byId.get(id)?.groups ?? []) {
      found.add(group.id);
      for (const each of allAbove(group.id)) found.add(each);
    }
    return found;
  };
  const inside = new Map<string, { row: CaseRow; membership: MembershipRow }[]>();
  const top: CaseRow[] = [];
  for (const row of cases) {
    const groups = row.groups.filter(
      ({ id }) => byId.has(id) && !row.groups.some((other) => other.id !== id && allAbove(other.id).has(id)),
    );
    if (groups.length === 0) top.push(row);
    const seen = new Set<string>();
    for (const membership of groups) {
      if (seen.has(membership.id)) continue;
      seen.add(membership.id);
      const list = inside.get(membership.id) ?? [];
      list.push({ row, membership });
      inside.set(membership.id, list);
    }
  }
  const node = (row: CaseRow, membership: MembershipRow | null, way: readonly string[]): TreeNode => ({
    key: [...way, row.id].join("/"),
    row,
    membership,
    countsElsewhere:
      membership?.counts_as !== true &&
      row.groups.some((each) => each.counts_as === true && each.kind === membership?.kind),
    children: way.includes(row.id)
      ? []
      : sorted(inside.get(row.id) ?? []).map((each) => node(each.row, each.membership, [...way, row.id])),
  });
  return sorted(top.map((row) => ({ row }))).map(({ row }) => node(row, null, []));
}

const KIND_ORDER = ["site", "organisation", "body"];

function sorted<T extends { row: CaseRow }>(items: T[]): T[] {
  const kinds = orderedKinds(new Set(items.map(({ row }) => row.kind)));
  const place = (kind: string) => {
    const first = KIND_ORDER.indexOf(kind);
    return first >= 0 ? first : KIND_ORDER.length + kinds.indexOf(kind);
  };
  return [...items].sort(
    (a, b) => place(a.row.kind) - place(b.row.kind) || a.row.name.localeCompare(b.row.name, undefined, { numeric: true }),
  );
}
