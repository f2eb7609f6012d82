import type { ReactNode } from "react";

import { TextPositions } from "../services/text-positions";
import type { Failure } from "../services/failure";
import "./query-slip.css";

interface Props {
  failure: Failure;
  /** The question as it was asked. */
  asked: string;
  /** Ways out that can be pressed. */
  children?: ReactNode;
}

/** Whether a failure is about a place in a question. */
export function isSlip(failure: unknown): failure is Failure {
  return typeof slipOf(failure)?.start === "number";
}

/** What was not understood in a question, marked at its place, with a way out. */
export function QuerySlip({ failure, asked, children }: Props) {
  const slip = slipOf(failure);
  if (!slip) return null;
  const places = new TextPositions(asked);
  const start = places.toUnit(slip.start);
  const end = Math.max(places.toUnit(slip.end), start);
  return (
    <div className="query-slip" role="alert">
      <p className="query-slip-asked">
        {asked.slice(0, start)}
        <mark className={end === start ? "gap" : undefined}>{asked.slice(start, end) || "\u00a0"}</mark>
        {asked.slice(end)}
      </p>
      <p>
        <strong>{slip.reason}</strong>
      </p>
      {failure.hint ? <p>{failure.hint}</p> : null}
      {children}
    </div>
  );
}

function slipOf(failure: unknown): { start: number; end: number; reason: string } | null {
  if (!(failure instanceof Error) || !("details" in failure)) return null;
  const { start_char: start, end_char: end, reason } = (failure as Failure).details;
  if (typeof start !== "number" || typeof end !== "number") return null;
  return { start, end, reason: typeof reason === "string" ? reason : failure.message };
}
