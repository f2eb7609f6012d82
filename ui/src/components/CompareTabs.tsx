import { useTranslations } from "use-intl";
import { useLocation } from "wouter";

import "./compare-tabs.css";
import { Link } from "./Link";

/** The ways of comparing, in the order of an analysis: each is a page of its own. */
const COMPARISONS = [
  { id: "matrix", path: "/compare" },
  { id: "framework", path: "/compare/framework" },
  { id: "groups", path: "/compare/groups" },
  { id: "cooccurrence", path: "/compare/cooccurrence" },
  { id: "interactions", path: "/compare/interactions" },
  { id: "dominance", path: "/compare/dominance" },
  { id: "grids", path: "/compare/grids" },
  { id: "saturation", path: "/compare/saturation" },
  { id: "waves", path: "/compare/waves" },
  { id: "qca", path: "/compare/qca" },
] as const;

/** Leads from one way of comparing to the next. */
export function CompareTabs() {
  const t = useTranslations("common.comparisons");
  const [path] = useLocation();
  return (
    <nav className="compare-tabs no-print" aria-label={t("label")}>
      {COMPARISONS.map(({ id, path: to }) => (
        <Link key={id} to={to} aria-current={isHere(path, to) ? "page" : undefined}>
          {t(id)}
        </Link>
      ))}
    </nav>
  );
}

/** What lies below an address belongs to it; the matrix alone stands above all others. */
const isHere = (path: string, to: string) => path === to || (to !== "/compare" && path.startsWith(`${to}/`));
