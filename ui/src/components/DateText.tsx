import { useFormatter } from "use-intl";

interface Props {
  /** Milliseconds, or a day such as 2026-03-02. */
  at: number | string;
  /** `day`: the day; `time`: day and time; `since`: “3 hours ago”. */
  as?: "day" | "time" | "since";
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { ...DAY, hour: "2-digit", minute: "2-digit" } as const;
const RECENT_MS = 7 * 24 * 3_600_000;

/** A moment as people say it; the exact one on hovering. */
export function DateText({ at, as = "day" }: Props) {
  const format = useFormatter();
  // A bare day has no time zone: noon keeps it on its day wherever it is read.
  const date = new Date(typeof at === "string" && at.length === 10 ? `${at}T12:00` : at);
  if (Number.isNaN(date.getTime())) return <>{at}</>;
  const now = new Date();
  const isRecent = Math.abs(now.getTime() - date.getTime()) < RECENT_MS;
  let text = format.dateTime(date, as === "day" ? DAY : TIME);
  if (as === "since") text = isRecent ? format.relativeTime(date, now) : format.dateTime(date, DAY);
  return (
    <time dateTime={typeof at === "string" ? at : date.toISOString()} title={format.dateTime(date, as === "day" ? DAY : TIME)}>
      {text}
    </time>
  );
}
