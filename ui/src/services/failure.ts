/** An error as the desk tells it: a sentence with a way out. */
import type { FailureShape } from "./shapes";

export class Failure extends Error {
  readonly slug: string;
  readonly sentence: string;
  readonly hint: string | null;
  readonly details: Record<string, unknown>;
  readonly status: number;

  constructor(shape: FailureShape, status: number) {
    super(shape.sentence);
    this.name = "Failure";
    this.slug = shape.slug;
    this.sentence = shape.sentence;
    this.hint = shape.hint;
    this.details = shape.details ?? {};
    this.status = status;
  }

  /** The desk could not be reached; whatever was asked may be asked again. */
  static notConnected(): Failure {
    return new Failure({ slug: "not-connected", sentence: "", hint: null }, 0);
  }

  /** What an answer that is no success says; an answer in no known shape is told as such. */
  static from(body: unknown, status: number): Failure {
    if (isFailed(body)) return new Failure(body.error, status);
    return new Failure({ slug: `answer-${status}`, sentence: "", hint: null }, status);
  }
}

function isFailed(body: unknown): body is { error: FailureShape } {
  if (typeof body !== "object" || body === null || !("error" in body)) return false;
  const error = body.error;
  return typeof error === "object" && error !== null && "slug" in error && "sentence" in error;
}
