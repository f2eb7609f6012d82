import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { ReactNode } from "react";

import { Kbd } from "./Kbd";
import "./dialog.css";

export interface Choice {
  id: string;
  label: ReactNode;
  run: () => void;
  keys?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** A line before it. */
  hasLine?: boolean;
}

interface Props {
  /** A Button or IconButton that opens it. */
  children: ReactNode;
  label: string;
  choices: readonly Choice[];
}

/** What else can be done, behind a button. */
export function Menu({ children, label, choices }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {choices.flatMap((choice) => [
            ...(choice.hasLine ? [<Separator key={`${choice.id}-line`} className="menu-line" />] : []),
            <MenuItem
              key={choice.id}
              id={choice.id}
              className={`menu-item${choice.isDanger ? " danger" : ""}`}
              isDisabled={choice.isDisabled ?? false}
              onAction={choice.run}
              {...(typeof choice.label === "string" ? { textValue: choice.label } : {})}
            >
              {choice.label}
              {choice.keys ? <Kbd keys={choice.keys} /> : null}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
