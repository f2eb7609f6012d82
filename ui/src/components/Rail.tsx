import type { ReactNode } from "react";

import { Link } from "./Link";
import "./rail.css";

export interface RailItem {
  to: string;
  label: string;
  count?: number | null;
  isCurrent: boolean;
}

interface Props {
  label: string;
  title: string;
  subtitle: string;
  items: readonly RailItem[];
  /** What stands at its foot: saved or not, who is here, settings. */
  children: ReactNode;
}

/** The rail: the study, its views, and what holds for all of them. */
export function Rail({ label, title, subtitle, items, children }: Props) {
  return (
    <div className="rail no-print">
      <p className="rail-title">{title}</p>
      <p className="rail-subtitle">{subtitle}</p>
      <nav aria-label={label}>
        <ul>
          {items.map(({ to, label: name, count, isCurrent }) => (
            <li key={to}>
              <Link to={to} aria-current={isCurrent ? "page" : undefined}>
                {name}
                {count ? <span className="rail-count">{count.toLocaleString("en-GB")}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="rail-foot">{children}</div>
    </div>
  );
}
