import { Button as AriaButton } from "react-aria-components";
import type { ButtonProps as AriaButtonProps } from "react-aria-components";
import type { ReactNode } from "react";

import "./controls.css";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  children: ReactNode;
  /** `main`: the one thing to do here; `plain`: without an edge; `danger`: takes something away. */
  kind?: "main" | "quiet" | "plain" | "danger";
  size?: "small" | "normal";
}

/** A button with words. */
export function Button({ kind = "quiet", size = "normal", children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${kind} ${size}`}>
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  /** What it does, for screen readers and on hovering. */
  label: string;
  children: ReactNode;
}

/** A button with a sign; its name is said and shown on hovering. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className="icon-button"
      render={(props) => <button {...props} title={label} />}
    >
      {children}
    </AriaButton>
  );
}
