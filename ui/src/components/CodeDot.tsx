import type { CSSProperties } from "react";

import { codeColour } from "./code-colour";
import "./controls.css";

interface Props {
  code: { id: string; colour?: string | null };
  /** A code that only gathers others, or is retired. */
  isHollow?: boolean;
}

/** The colour of a code; its name stands beside it. */
export function CodeDot({ code, isHollow = false }: Props) {
  const style = { "--k": codeColour(code) } as CSSProperties;
  return <span className={`dot${isHollow ? " hollow" : ""}`} style={style} aria-hidden="true" />;
}
