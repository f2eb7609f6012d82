import type { ReactNode } from "react";

import { Link } from "./Link";
import "./parts.css";

interface Part {
  id: string;
  to: string;
  name: ReactNode;
}

interface Props {
  label: string;
  parts: readonly Part[];
  /** The one that is shown. */
  here: string;
}

/** The parts of a view, each under an address of its own. */
export function Parts({ label, parts, here }: Props) {
  return (
    <nav className="parts no-print" aria-label={label}>
      {parts.map(({ id, to, name }) => (
        <Link key={id} to={to} aria-current={id === here ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
