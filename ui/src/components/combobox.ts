import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

interface Options<T> {
  items: readonly T[];
  onChoose: (item: T, event: { isShift: boolean }) => void;
  onClose?: () => void;
  /** Shift and Enter, such as for a new one of that name. */
  onShiftEnter?: () => void;
}

/** A field over a list: arrows move through the list while the typing goes on in the field. */
export function useCombobox<T>({ items, onChoose, onClose, onShiftEnter }: Options<T>) {
  const id = useId();
  const [wanted, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(wanted, items.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = MOVES[event.key];
    if (move) setAt(items.length === 0 ? 0 : move(at, items.length));
    else if (event.key === "Enter" && event.shiftKey && onShiftEnter) onShiftEnter();
    else if (event.key === "Enter") {
      const item = items[at];
      if (item !== undefined) onChoose(item, { isShift: event.shiftKey });
      else onShiftEnter?.();
    } else if (event.key === "Escape" && onClose) onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    at,
    /** Start at the top again, as when something else was typed. */
    reset: () => setAt(0),
    inputProps: {
      role: "combobox" as const,
      "aria-expanded": items.length > 0,
      "aria-controls": `${id}-list`,
      "aria-autocomplete": "list" as const,
      "aria-activedescendant": items.length > 0 ? `${id}-${at}` : undefined,
      autoComplete: "off",
      spellCheck: false,
      onKeyDown,
    },
    listProps: { id: `${id}-list`, role: "listbox" as const, ref: list },
    itemProps: (index: number) => ({
      id: `${id}-${index}`,
      role: "option" as const,
      "aria-selected": index === at,
      // Pressing an option must not take the focus out of the field.
      onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onPointerMove: () => setAt(index),
      onClick: () => {
        const item = items[index];
        if (item !== undefined) onChoose(item, { isShift: false });
      },
    }),
  };
}

type Move = (at: number, length: number) => number;

const MOVES: Record<string, Move> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  PageDown: (at, length) => Math.min(at + 8, length - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};
