import { useImperativeHandle, useRef } from "react";
import type { MouseEvent, Ref } from "react";
import { useLocale, useTranslations } from "use-intl";

import { CodePath } from "../../components/CodePath";
import type { GroupComparison } from "../../store/contrasts";
import { useGrid } from "../compare/use-grid";
import type { GridPlace } from "../compare/use-grid";
import type { ContrastRow } from "./contrast-rows";

export interface ContrastTableHandle {
  /** Back to the number in hand. */
  focus: () => void;
}

interface Props {
  made: GroupComparison;
  rows: readonly ContrastRow[];
  cell: { code: string; group: string } | null;
  isOld: boolean;
  onOpen: (cell: { code: string; group: string }, options: { byKey: boolean }) => void;
  ref?: Ref<ContrastTableHandle>;
}

/** A code a row: people of each group first, then difference, log-odds and test. */
export function ContrastTable({ made, rows, cell, isOld, onOpen, ref }: Props) {
  const t = useTranslations("compareGroups.table");
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const figure = (value: number | null, digits: number) =>
    value === null
      ? t("undefined")
      : value
          .toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero" })
          .replace("-", "−"); // as wide as the plus
  const chance = (value: number | null) =>
    value === null
      ? t("undefined")
      : value < 0.001
        ? t("tiny")
        : value.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const groups = made.groups.map(({ name }) => name);
  const columns = [
    ...made.groups.map(({ name, of }) => ({ id: `group ${name}`, name: t("group", { name, of }), hint: t("groupHint") })),
    { id: "all", name: t("all", { of: made.of }), hint: t("allHint") },
    { id: "difference", name: t("difference"), hint: t("differenceHint") },
    { id: "odds", name: t("odds"), hint: t("oddsHint") },
    { id: "z", name: "z", hint: t("zHint") },
    { id: "p", name: "p", hint: t("pHint") },
    { id: "family", name: t(made.test.adjustment === "bh" ? "bh" : "family"), hint: t("familyHint") },
  ];
  const valuesOf = ({ code, found }: ContrastRow): string[] => [
    ...code.participants.map((number, at) => t("people", { number, passages: code.passages[at] ?? 0 })),
    String(code.in_all),
    figure(found.difference === null ? null : found.difference * 100, 0),
    figure(found.log_odds, 2),
    figure(found.z, 2),
    chance(found.p),
    chance(found.family),
  ];
  const chosen = rows.findIndex(({ code }) => code.label === cell?.code);
  const cellAt = ({ row, column }: GridPlace) => ({
    code: rows[row]?.code.label ?? "",
    group: groups[column] ?? "",
  });
  const grid = useGrid(table, {
    rows: rows.length,
    columns: columns.length,
    start: { row: Math.max(0, chosen), column: Math.max(0, groups.indexOf(cell?.group ?? "")) },
    reveal: () => undefined,
    onOpen: (place) => onOpen(cellAt(place), { byKey: true }),
  });
  useImperativeHandle(ref, () => ({ focus: grid.focus }), [grid.focus]);
  const press = (event: MouseEvent) => {
    const place = (event.target as HTMLElement).closest("td")?.dataset["place"]?.split("-").map(Number);
    if (!place) return;
    const [row = 0, column = 0] = place;
    grid.go({ row, column });
    onOpen(cellAt({ row, column }), { byKey: false });
  };

  return (
    <div className={isOld ? "figures-scroll old" : "figures-scroll"}>
      <table
        ref={table}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys move in it
        role="grid"
        className="plain-table figures-table grp-table"
        aria-label={made.title}
        aria-busy={isOld}
        onKeyDown={grid.onKeyDown}
        onClick={press}
      >
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              {t("code")}
            </th>
            {columns.map(({ id, name, hint }) => (
              <th key={id} role="columnheader" scope="col" title={hint}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each, row) => (
            <tr key={each.code.label} role="row" className={row === chosen ? "figures-shown" : undefined}>
              <th role="rowheader" scope="row">
                <CodePath label={each.code.label} />
              </th>
              {valuesOf(each).map((value, column) => (
                <td
                  key={columns[column]?.id}
                  role="gridcell"
                  data-place={`${row}-${column}`}
                  tabIndex={grid.place.row === row && grid.place.column === column ? 0 : -1}
                  aria-label={t("cell", { code: each.code.label, name: columns[column]?.name ?? "", value })}
                >
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
