/** What is done in the grid: typing into cells, copying, pasting, clearing, filling down. */
import { useState } from "react";
import type { ClipboardEvent, RefObject } from "react";
import { useTranslations } from "use-intl";

import type { CaseRow, Cases } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { useDesk } from "../../store/desk";
import type { Then } from "./CellEditor";
import { CellEditor } from "./CellEditor";
import { parseCells, writeCells } from "./clipboard-table";
import { groupsOf, suggestionsFor, surelyFits } from "./grid-columns";
import type { Column } from "./grid-columns";
import { layCells, needsLook, planOf, splitCells } from "./pasting";
import type { PastePlan } from "./pasting";
import { useCellValues } from "./use-cell-values";
import { HEAD } from "./use-spots";
import type { Spots } from "./use-spots";

interface Desk {
  grid: RefObject<HTMLDivElement | null>;
  cases: Cases;
  answeredAt: number;
  rows: readonly CaseRow[];
  columns: readonly Column[];
  spots: Spots;
  canWrite: boolean;
  /** A whole table was pasted on the heads. */
  onTable: (text: string) => void;
}

const MOVES: Record<Then, [number, number]> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  next: [0, 1],
  before: [0, -1],
};

export function useGridDesk({ grid, cases, answeredAt, rows, columns, spots, canWrite, onTable }: Desk) {
  const t = useTranslations("cases.grid");
  const values = useCellValues(answeredAt);
  const { change, join, leave, tryValues } = useCaseActs();
  const show = useDesk((desk) => desk.show);
  const [typing, setTyping] = useState<{ typed: string | null; cell: string } | null>(null);
  const [plan, setPlan] = useState<PastePlan | null>(null);
  const { row: at, column: across, range } = spots;
  const row = rows[at];
  const column = columns[across];
  const cell = row && column ? `${row.id} ${column.key}` : "";

  const edit = (typed?: string) => {
    if (canWrite && cell) setTyping({ typed: typed ?? null, cell });
  };
  const focus = () => grid.current?.focus({ preventScroll: true });

  /** Store what was typed into the cell; a sentence where it cannot be. */
  const save = async (text: string, then: Then): Promise<string | null> => {
    if (!row || !column) return null;
    const refusals: string[] = [];
    const onFailure = (failure: { sentence: string; hint: string | null }) => {
      refusals.push([failure.sentence, failure.hint].filter(Boolean).join(" "));
      return true;
    };
    if (column.sort === "name") {
      if (text === "") return t("needsName");
      await change(row.id, { name: text, was: { name: row.name } }, { onFailure });
    } else if (column.sort === "group") {
      if (text === "") return null;
      const group = cases.cases.find(({ kind, name }) => kind === column.kind && name === text);
      if (!group) return t("noSuchGroup", { name: text });
      if (!row.groups.some(({ id }) => id === group.id))
        await join({ member: row.id, group: group.id }, { onFailure });
    } else {
      const cells = [{ case: row.id, attribute: column.attribute.id, value: text || null }];
      // What surely fits need not wait for the desk, so that typing goes on.
      if (!surelyFits(column.attribute.type, text)) {
        const checked = await tryValues(cells);
        const refused = checked && "refused" in checked ? checked.refused[0] : undefined;
        if (refused) return [refused.sentence, refused.hint].filter(Boolean).join(" ");
      }
      void values.set(cells);
    }
    if (refusals[0] !== undefined) return refusals[0];
    const [down, right] = MOVES[then];
    // At once with the move: the next cell is not to be opened with what was typed into this one.
    setTyping(null);
    if (grid.current?.contains(document.activeElement)) focus();
    spots.move(
      Math.max(0, Math.min(at + down, rows.length - 1)),
      Math.max(0, Math.min(across + right, columns.length - 1)),
    );
    return null;
  };

  const inRange = () => {
    const found: { row: CaseRow; column: Column }[] = [];
    for (let down = Math.max(range.top, 0); down <= range.bottom; down += 1)
      for (let over = range.left; over <= range.right; over += 1) {
        const each = rows[down];
        const of = columns[over];
        if (each && of) found.push({ row: each, column: of });
      }
    return found;
  };

  const clear = () => {
    if (!canWrite || at === HEAD) return;
    if (column?.sort === "group" && row && range.left === range.right && range.top === range.bottom) {
      const [only, ...others] = groupsOf(row, column.kind);
      if (only && others.length === 0) void leave(only.membership);
      else if (only) show({ text: t("whichGroup", { name: row.name }) });
      return;
    }
    const cells = inRange().flatMap((each) =>
      each.column.sort === "attribute" && values.text(each.row, each.column) !== ""
        ? [{ case: each.row.id, attribute: each.column.attribute.id, value: null }]
        : [],
    );
    if (cells.length > 0) void values.set(cells);
    else if (column?.sort === "name") show({ text: t("nameStays") });
  };

  const fillDown = () => {
    if (!canWrite || at === HEAD) return;
    const isOne = range.top === range.bottom;
    const from = rows[isOne ? range.top - 1 : range.top];
    if (!from) return;
    const cells = inRange().flatMap((each) =>
      each.column.sort === "attribute" && each.row !== from
        ? [{ case: each.row.id, attribute: each.column.attribute.id, value: values.text(from, each.column) || null }]
        : [],
    );
    if (cells.length > 0) void values.set(cells);
  };

  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const heads = columns.slice(range.left, range.right + 1).map(({ label }) => label);
    const lines =
      at === HEAD
        ? [heads]
        : rows
            .slice(range.top, range.bottom + 1)
            .map((each) => columns.slice(range.left, range.right + 1).map((of) => values.text(each, of)));
    event.clipboardData.setData("text/plain", writeCells(lines));
    event.preventDefault();
  };

  const paste = async (text: string) => {
    const laid = layCells(parseCells(text), range, rows, columns);
    const { cells, unfit } = splitCells(laid.cells, { name: t("namesNotPasted"), group: t("groupsNotPasted") });
    const checked = cells.length > 0 ? await tryValues(cells.map(({ cell }) => cell)) : { values: [], refused: [] };
    if (!checked || !("values" in checked)) return;
    const next = planOf(cells, checked, unfit, laid);
    if (needsLook(next)) setPlan(next);
    else if (next.cells.length > 0) void values.set(next.cells);
    else show({ text: t("pastedSame") });
  };

  const onPaste = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget || !canWrite) return;
    const text = event.clipboardData.getData("text/plain");
    event.preventDefault();
    if (text === "") return;
    if (at === HEAD) onTable(text);
    else void paste(text);
  };

  const editor =
    typing && typing.cell === cell && row && column ? (
      <CellEditor
        key={cell}
        label={t("cellOf", { column: column.label, name: row.name })}
        initial={typing.typed ?? (column.sort === "group" ? "" : values.text(row, column))}
        selectsAll={typing.typed === null}
        suggestions={suggestionsFor(column, cases)}
        mustBeOne={column.sort === "group"}
        onSave={save}
        onLeave={() => {
          setTyping(null);
          if (grid.current?.contains(document.activeElement)) focus();
        }}
      />
    ) : null;

  return {
    text: values.text,
    editor,
    plan,
    edit,
    clear,
    fillDown,
    onCopy,
    onPaste,
    focus,
    closePlan: () => {
      setPlan(null);
      focus();
    },
    paste: (cells: PastePlan["cells"]) => void values.set(cells),
  };
}
