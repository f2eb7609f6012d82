import { useImperativeHandle, useRef } from "react";
import type { MouseEvent, Ref } from "react";
import { useLocale, useTranslations } from "use-intl";

import { CodePath } from "../../components/CodePath";
import type { CodePair, CodePairs } from "../../store/cooccurrence";
import { useGrid } from "../compare/use-grid";

export interface PairTableHandle {
  /** Back to the number in hand. */
  focus: () => void;
}

interface Props {
  made: CodePairs;
  pair: { first: string; second: string } | null;
  isOld: boolean;
  onOpen: (pair: CodePair, options: { byKey: boolean }) => void;
  ref?: Ref<PairTableHandle>;
}

/** A pair a row: people first, then units, then coefficients. Every number opens its passages. */
export function PairTable({ made, pair, isOld, onOpen, ref }: Props) {
  const t = useTranslations("compareCooccurrence.table");
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const columns = columnsOf(made, t, locale);
  const { pairs } = made;
  const chosen = pairs.findIndex(({ first, second }) => first === pair?.first && second === pair.second);
  const grid = useGrid(table, {
    rows: pairs.length,
    columns: columns.length,
    start: { row: Math.max(0, chosen), column: 0 },
    reveal: () => undefined,
    onOpen: ({ row }) => {
      const found = pairs[row];
      if (found) onOpen(found, { byKey: true });
    },
  });
  useImperativeHandle(ref, () => ({ focus: grid.focus }), [grid.focus]);

  const press = (event: MouseEvent) => {
    const place = (event.target as HTMLElement).closest("td")?.dataset["place"]?.split("-").map(Number);
    const [row = 0, column = 0] = place ?? [];
    const found = place ? pairs[row] : undefined;
    if (!found) return;
    grid.go({ row, column });
    onOpen(found, { byKey: false });
  };

  return (
    <div className={isOld ? "figures-scroll old" : "figures-scroll"}>
      <table
        ref={table}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys move in it
        role="grid"
        className="plain-table figures-table"
        aria-label={made.title}
        aria-busy={isOld}
        onKeyDown={grid.onKeyDown}
        onClick={press}
      >
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              {t("codes")}
            </th>
            {columns.map(({ id, name, hint }) => (
              <th key={id} role="columnheader" scope="col" title={hint}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((each, row) => (
            <tr key={`${each.first} ${each.second}`} role="row" className={row === chosen ? "figures-shown" : undefined}>
              <th role="rowheader" scope="row">
                <CodePath label={each.first} />
                <CodePath label={each.second} />
              </th>
              {columns.map(({ id, name, of }, column) => (
                <td
                  key={id}
                  role="gridcell"
                  data-place={`${row}-${column}`}
                  tabIndex={grid.place.row === row && grid.place.column === column ? 0 : -1}
                  aria-label={t("cell", { first: each.first, second: each.second, name, value: of(each) })}
                >
                  {of(each)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Column {
  id: string;
  name: string;
  hint: string;
  of: (pair: CodePair) => string;
}

type Words = ReturnType<typeof useTranslations<"compareCooccurrence.table">>;

function columnsOf(made: CodePairs, t: Words, locale: string): Column[] {
  const figure = (value: number | null, digits: number) =>
    value === null
      ? t("undefined")
      : value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const share = (value: number | null) =>
    value === null ? t("undefined") : value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
  const noun = made.unit_noun;
  return [
    { id: "people", name: t("people", { of: made.of }), hint: t("peopleHint"), of: ({ participants }) => String(participants) },
    ...(made.of_cases === null
      ? []
      : [{ id: "cases", name: t("cases", { of: made.of_cases }), hint: t("casesHint"), of: ({ cases }: CodePair) => String(cases) }]),
    ...(made.groups?.labels ?? []).map((label, at) => ({
      id: `group ${label}`,
      name: t("group", { label, of: made.groups?.of[at] ?? 0 }),
      hint: t("groupHint"),
      of: ({ groups }: CodePair) => String(groups[at] ?? 0),
    })),
    {
      id: "both",
      name: t("both", { noun }),
      hint: t("bothHint"),
      of: ({ both, first_units, second_units }) => t("bothOf", { both, first: first_units, second: second_units }),
    },
    { id: "c", name: t("c"), hint: t("cHint"), of: ({ c, unequal }) => `${unequal ? "! " : ""}${figure(c, 3)}` },
    { id: "lift", name: t("lift"), hint: t("liftHint"), of: ({ lift }) => figure(lift, 2) },
    { id: "forward", name: t("forward"), hint: t("forwardHint"), of: (each) => share(each.second_given_first) },
    { id: "back", name: t("back"), hint: t("backHint"), of: (each) => share(each.first_given_second) },
  ];
}
