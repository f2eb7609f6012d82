/** Days as addresses name them: 2026-03-02, in the time of this computer. */

export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function daysBefore(date: Date, count: number): string {
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - count, 12));
}

/** The day on which a study was begun: its id (UUID version 7) begins with that moment. */
export function begunOn(study: string): string | null {
  const digits = study.replaceAll("-", "");
  if (digits[12] !== "7") return null;
  return dayOf(new Date(parseInt(digits.slice(0, 12), 16)));
}
