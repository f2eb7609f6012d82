import { useEffect } from "react";
import type { ReactNode } from "react";
import "./header.css";

interface Props {
  title: string;
  /** What stands beside the title: chips, a place to rename. */
  beside?: ReactNode;
  /** What can be done, at the right. */
  children?: ReactNode;
}

/** The head of a view; its title names the page in the browser too. */
export function Header({ title, beside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · crosscase`;
  }, [title]);
  return (
    <header className="header">
      <h1>{title}</h1>
      {beside}
      <span className="spacer" />
      {children}
    </header>
  );
}
