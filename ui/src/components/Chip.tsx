import type { ReactNode } from "react";
import "./controls.css";

/** A small fact about what stands beside it. */
export function Chip({ children, tone = "plain" }: { children: ReactNode; tone?: "plain" | "warn" | "accent" }) {
  return <span className={`chip ${tone}`}>{children}</span>;
}
