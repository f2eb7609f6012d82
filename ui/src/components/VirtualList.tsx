import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import "./virtual-list.css";

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** A row's height before it is measured, in pixels. */
  estimate: number;
  label: string;
  children: (item: T, index: number) => ReactNode;
  /** The end is near: ask for more. */
  onEnd?: () => void;
  className?: string;
}

/** A long list of which only what is in sight is on the page; it scrolls in its own frame. */
export function VirtualList<T>({ items, keyOf, estimate, label, children, onEnd, className }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
  });
  const rows = list.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= items.length - 5 && items.length > 0) onEnd?.();
  }, [last, items.length, onEnd]);

  return (
    // A frame that scrolls takes the focus, so that arrow keys move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={frame} className={`virtual-frame ${className ?? ""}`} tabIndex={0} role="region" aria-label={label}>
      <ul className="virtual-list" style={{ height: list.getTotalSize() }}>
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(item, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
