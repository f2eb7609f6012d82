import type { ReactNode } from "react";
import "./notes.css";

interface Props {
  children: ReactNode;
  tone?: "plain" | "warn";
  action?: ReactNode;
}

/** A line over the view that holds for all of it. */
export function Banner({ children, tone = "plain", action }: Props) {
  return (
    <div className={`banner ${tone}`} role="status">
      <p>{children}</p>
      {action}
    </div>
  );
}
