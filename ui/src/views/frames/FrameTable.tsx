import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useLocale, useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Icon } from "../../components/Icon";
import { usePrinting } from "../../components/use-printing";
import type { FrameGroups, FrameWhole } from "../../services/shapes";
import { CASE, columnsOf, fewColumns, ordered, shownCell } from "./figures";
import type { Order } from "./figures";
import { GroupMark } from "./GroupMark";

const ROW_HEIGHT = 33;
const SHOWN_WHOLE = 200; // of longer frames only what is in sight is on the page

interface Props {
  frame: FrameWhole;
  chosen: ReadonlySet<string>;
  /** The case that is looked at. */
  inHand: string | null;
  onLook: (which: string) => void;
}

/** The cases with all that is known of them; a head puts them in order. */
export function FrameTable({ frame, chosen, inHand, onLook }: Props) {
  const t = useTranslations("frames.table");
  const locale = useLocale();
  const [order, setOrder] = useState<Order>({ by: null, isDown: false });
  const [resting, setResting] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const places = useMemo(() => ordered(frame, order), [frame, order]);
  const [isWhole, setWhole] = useState(false);
  const every = useMemo(() => columnsOf(frame), [frame]);
  const few = useMemo(() => fewColumns(every), [every]);
  const columns = isWhole ? every : few;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: places.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: SHOWN_WHOLE,
  });
  const words = { yes: t("yes"), no: t("no") };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = Number((event.target as HTMLElement).dataset["row"] ?? Number.NaN);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (Number.isNaN(row) || step === undefined) return;
    const next = box.current?.querySelector<HTMLElement>(`[data-row="${row + step}"]`);
    if (!next) return;
    event.preventDefault();
    setResting(row + step);
    next.focus();
  };
  const rowAt = (row: number) => {
    const place = places[row] ?? 0;
    const one = frame.cases[place];
    if (!one) return null;
    return (
      <tr key={one.id} className={one.id === inHand ? "in-hand" : undefined}>
        <th scope="row">
          <button
            type="button"
            className="frame-case"
            data-row={row}
            tabIndex={row === resting ? 0 : -1}
            aria-pressed={one.id === inHand}
            onClick={() => {
              setResting(row);
              onLook(one.id);
            }}
          >
            {one.label}
          </button>{" "}
          {chosen.has(one.id) ? <Chip tone="accent">{t("chosen")}</Chip> : null}
        </th>
        {columns.map((each) => (
          <td key={each.is === "value" ? each.column.name : each.grouping.name} className={each.is === "value" && each.column.is_number ? "number" : undefined}>
            {each.is === "value" ? (
              (shownCell(each.column.values[place] ?? null, words, locale) || <span className="quiet">{t("missing")}</span>)
            ) : (
              <GroupCell grouping={each.grouping} place={place} />
            )}
          </td>
        ))}
      </tr>
    );
  };
  const shown = isPrinting ? [] : list.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = list.getTotalSize() - (shown.at(-1)?.end ?? 0);

  return (
    <>
      {every.length > few.length ? (
        <p className="frame-columns small quiet no-print">
          {isWhole ? t("allColumns", { count: every.length }) : t("fewColumns", { count: few.length, all: every.length })}{" "}
          <Button kind="plain" size="small" onPress={() => setWhole(!isWhole)}>
            {t(isWhole ? "showFew" : "showAll")}
          </Button>
        </p>
      ) : null}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- it scrolls by keys, and keys move in it */}
      <div ref={box} className="frame-scroll" role="region" aria-label={frame.name} tabIndex={0} onKeyDown={onKeyDown}>
        <table className="frame-table" aria-rowcount={places.length + 1}>
          <thead>
            <tr>
              <Head name={CASE} label={frame.unit ?? t("case")} order={order} onOrder={setOrder} />
              {columns.map((each) =>
                each.is === "value" ? (
                  <Head
                    key={each.column.name}
                    name={each.column.name}
                    label={each.column.name}
                    unit={each.column.unit}
                    isNumber={each.column.is_number}
                    order={order}
                    onOrder={setOrder}
                  />
                ) : (
                  <Head key={each.grouping.name} name={each.grouping.name} label={each.grouping.name} order={order} onOrder={setOrder} />
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {before > 0 ? <tr aria-hidden="true" style={{ height: before }} /> : null}
            {isPrinting ? places.map((_, row) => rowAt(row)) : shown.map(({ index }) => rowAt(index))}
            {!isPrinting && after > 0 ? <tr aria-hidden="true" style={{ height: after }} /> : null}
          </tbody>
        </table>
      </div>
    </>
  );
}

function GroupCell({ grouping, place }: { grouping: FrameGroups; place: number }) {
  const t = useTranslations("frames.table");
  const number = grouping.of_case[place] ?? null;
  const label = number === null ? undefined : grouping.groups[number - 1]?.label;
  if (number === null || label === undefined) return <span className="quiet">{t("noGroup")}</span>;
  return <GroupMark number={number} of={grouping.groups.length} label={label} />;
}

interface HeadProps {
  name: string;
  label: string;
  unit?: string | null;
  isNumber?: boolean;
  order: Order;
  onOrder: (order: Order) => void;
}

/** A head: pressed once it orders upwards, then downwards, then as the frame has it. */
function Head({ name, label, unit, isNumber = false, order, onOrder }: HeadProps) {
  const isBy = order.by === name;
  const next = (): Order => {
    if (!isBy) return { by: name, isDown: false };
    return order.isDown ? { by: null, isDown: false } : { by: name, isDown: true };
  };
  return (
    <th scope="col" className={isNumber ? "number" : undefined} aria-sort={isBy ? (order.isDown ? "descending" : "ascending") : "none"}>
      <button type="button" className={`frame-head${isBy ? " by" : ""}${order.isDown ? " down" : ""}`} onClick={() => onOrder(next())}>
        <span>{label}</span>
        {isBy ? <Icon name="down" /> : null}
      </button>
      {unit ? <small>{unit}</small> : null}
    </th>
  );
}
