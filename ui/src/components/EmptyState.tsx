import type { ReactNode } from "react";
import "./notes.css";

interface Props {
  title: string;
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
}

/** Nothing is here yet: says so, and teaches the next step. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children ? <div className="empty-text">{children}</div> : null}
      {action ? <div className="row">{action}</div> : null}
    </section>
  );
}
