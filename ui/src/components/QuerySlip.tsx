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
  return (
    <Slip asked={asked} start={slip.start} end={slip.end} reason={slip.reason} hint={failure.hint}>
      {children}
    </Slip>
  );
}

interface SlipProps {
  asked: string;
  /** In code points. */
  start: number;
  end: number;
  reason: string;
  hint?: string | null | undefined;
  /** It stood there before, or is told elsewhere: no screen reader is interrupted for it. */
  isQuiet?: boolean;
  children?: ReactNode;
}

/** A slip in something written, marked at its place. */
export function Slip({ asked, start: startChar, end: endChar, reason, hint, isQuiet = false, children }: SlipProps) {
  const places = new TextPositions(asked);
  const start = places.toUnit(startChar);
  const end = Math.max(places.toUnit(endChar), start);
  return (
    <div className="query-slip" role={isQuiet ? undefined : "alert"}>
      <p className="query-slip-asked">
        {asked.slice(0, start)}
        <mark className={end === start ? "gap" : undefined}>{asked.slice(start, end) || "\u00a0"}</mark>
        {asked.slice(end)}
      </p>
      <p>
        <strong>{reason}</strong>
      </p>
      {hint ? <p>{hint}</p> : null}
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
