/** The grid's columns and what each cell says, as text: for showing, sorting, filtering, copying. */
import type { AttributeRow, CaseRow, Cases, MembershipRow, Value } from "../../services/shapes";

export type Column =
  | { key: "name"; sort: "name"; label: string }
  | { key: string; sort: "group"; label: string; kind: string }
  | { key: string; sort: "attribute"; label: string; attribute: AttributeRow };

export const ALL = "all";
export const PERSON = "person";
export const SITE = "site";

const FIRST_KINDS = [PERSON, SITE, "organisation", "body"];
const byWord = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** The kinds of a study in the order in which people think of them. */
export function orderedKinds(kinds: Iterable<string>): string[] {
  const place = (kind: string) => (FIRST_KINDS.indexOf(kind) + 1 || FIRST_KINDS.length + 1);
  return [...kinds].sort((a, b) => place(a) - place(b) || byWord.compare(a, b));
}

/** Name, the kinds of groups, the attributes. Of one kind of cases only those attributes that one
 * of them has, or none at all: a new attribute is there at once. */
export function columnsOf(
  cases: Cases,
  rows: readonly CaseRow[],
  kind: string,
  hasAll: boolean,
  nameLabel: string,
): Column[] {
  const groups = new Set(rows.flatMap((row) => row.groups.map((group) => group.kind)));
  if (kind === PERSON) for (const each of Object.keys(cases.kinds)) if (each !== PERSON) groups.add(each);
  const used = new Set(cases.cases.flatMap(({ values }) => Object.keys(values)));
  const usedHere = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const isShown = ({ id }: AttributeRow) => hasAll || kind === ALL || usedHere.has(id) || !used.has(id);
  return [
    { key: "name", sort: "name", label: nameLabel },
    ...orderedKinds(groups).map(
      (each): Column => ({ key: `group:${each}`, sort: "group", label: each, kind: each }),
    ),
    ...cases.attributes
      .filter(isShown)
      .map((each): Column => ({ key: each.id, sort: "attribute", label: each.name, attribute: each })),
  ];
}

/** The groups of a kind, the one that counts first. */
export function groupsOf(row: CaseRow, kind: string): MembershipRow[] {
  return row.groups
    .filter((group) => group.kind === kind)
    .sort((a, b) => Number(b.counts_as ?? false) - Number(a.counts_as ?? false));
}

/** Whether a case lies in several sites: it is counted in each, and once in totals. */
export function isInSeveral(row: CaseRow, kind: string): boolean {
  return new Set(groupsOf(row, kind).map(({ id }) => id)).size > 1;
}

export function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

export function cellText(row: CaseRow, column: Column): string {
  if (column.sort === "name") return row.name;
  if (column.sort === "attribute") return valueText(row.values[column.attribute.id]);
  return groupsOf(row, column.kind)
    .map(({ name }) => name)
    .join("; ");
}

export interface Sorting {
  column: string;
  isDown: boolean;
}

export interface Filter {
  mode: "contains" | "is" | "empty" | "filled";
  text: string;
}

export type Filters = Readonly<Record<string, Filter>>;

/** The rows that are looked for, in the order asked for; empty cells come last either way. */
export function rowsShown(
  rows: readonly CaseRow[],
  columns: readonly Column[],
  { find, filters, sorting }: { find: string; filters: Filters; sorting: Sorting | null },
): CaseRow[] {
  const wanted = find.trim().toLocaleLowerCase();
  const checks = columns.flatMap((column) => {
    const filter = filters[column.key];
    return filter ? [(row: CaseRow) => passes(cellText(row, column), filter)] : [];
  });
  const found = rows.filter(
    (row) =>
      checks.every((check) => check(row)) &&
      (wanted === "" ||
        columns.some((column) => cellText(row, column).toLocaleLowerCase().includes(wanted))),
  );
  const column = columns.find(({ key }) => key === sorting?.column);
  if (!sorting || !column) return found;
  const keyed = found.map((row) => ({ row, text: cellText(row, column) }));
  keyed.sort(
    (a, b) =>
      Number(a.text === "") - Number(b.text === "") ||
      byWord.compare(a.text, b.text) * (sorting.isDown ? -1 : 1),
  );
  return keyed.map(({ row }) => row);
}

function passes(text: string, filter: Filter): boolean {
  switch (filter.mode) {
    case "empty":
      return text === "";
    case "filled":
      return text !== "";
    case "is":
      return text.split("; ").includes(filter.text);
    case "contains":
      return text.toLocaleLowerCase().includes(filter.text.toLocaleLowerCase());
  }
}

const SAMPLE = 200;

/** A width that shows most of a column's cells, in pixels. */
export function widthOf(column: Column, rows: readonly CaseRow[]): number {
  const lengths = rows.slice(0, SAMPLE).map((row) => cellText(row, column).length);
  lengths.sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const [least, most] = column.sort === "name" ? [190, 300] : [104, 290];
  const mark = column.sort === "group" ? 12 : 0;
  return Math.min(most, Math.max(least, Math.max(usual, column.label.length + 3) * 7.4 + 24 + mark));
}

const FEW = 60;

/** What may be meant while a cell is typed into: the values that there are. */
export function suggestionsFor(column: Column, cases: Cases): string[] {
  if (column.sort === "name") return [];
  if (column.sort === "group")
    return cases.cases.filter(({ kind }) => kind === column.kind).map(({ name }) => name);
  const { type, id, values } = column.attribute;
  if (type === "truth") return ["yes", "no"];
  if (type === "choice") return values;
  if (type !== "text") return [];
  const said = cases.cases.map((row) => valueText(row.values[id])).filter(Boolean);
  const distinct = new Set(said);
  const isRepeated = distinct.size <= FEW && distinct.size < said.length;
  return isRepeated ? [...distinct].sort((a, b) => byWord.compare(a, b)) : [];
}

/** Whether text is surely of a type; what is not sure the desk decides. */
export function surelyFits(type: AttributeRow["type"], text: string): boolean {
  if (text.trim() === "" || type === "text" || type === "choice") return true;
  if (type === "number") return /^[+-]?\d+(\.\d+)?$/.test(text.trim());
  if (type === "truth") return /^(yes|no|true|false)$/i.test(text.trim());
  const day = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/.exec(text.trim());
  return day !== null && Number(day[3]) >= 1 && Number(day[3]) <= 28;
}
