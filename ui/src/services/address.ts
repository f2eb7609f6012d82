/** Addresses of the desk. Every link keeps the day that is looked at (`as_of`). */

type Parameters = Record<string, string | number | null | undefined>;

/** An address with its parameters; what is empty is left out. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The same address as of the day looked at; an address that names a day keeps its own. */
export function withAsOf(href: string, asOf: string | null): string {
  if (!asOf) return href;
  const [path = "/", rest = ""] = href.split("?", 2);
  const query = new URLSearchParams(rest);
  if (!query.has("as_of")) query.set("as_of", asOf);
  return `${path}?${query.toString()}`;
}

/** The same address without a day: the study as it is now. */
export function withoutAsOf(href: string): string {
  const [path = "/", rest = ""] = href.split("?", 2);
  const query = new URLSearchParams(rest);
  query.delete("as_of");
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export interface Span {
  start_char: number;
  end_char: number;
}

/** A source, open at a passage or a coding. */
export function sourceAddress(id: string, at?: Span | null, coding?: string | null): string {
  return address(`/sources/${id}`, { at: at ? `${at.start_char}-${at.end_char}` : null, coding });
}

/** The passage that `?at=start-end` names; null for anything else. */
export function spanOf(at: string | null): Span | null {
  const match = /^(\d+)-(\d+)$/.exec(at ?? "");
  if (!match) return null;
  const span = { start_char: Number(match[1]), end_char: Number(match[2]) };
  return span.end_char >= span.start_char ? span : null;
}

/** Where a thing of the study is looked at. */
export function addressOf(kind: string, id: string): string {
  switch (kind) {
    case "source":
      return `/sources/${id}`;
    case "code":
      return `/codebook/${id}`;
    case "case":
      return `/cases/${id}`;
    case "memo":
      return `/memos/${id}`;
    case "operation":
      return `/history/${id}`;
    case "query":
      return address("/search", { query: id });
    case "set":
      return address("/search", { set: id });
    case "finding":
      return `/findings/${id}`;
    case "quote":
      return address("/findings", { part: "quotes", quote: id });
    case "frame":
      return `/frames/${id}`;
    case "selection":
      return address("/frames", { selection: id });
    case "guide":
      return address("/fieldwork", { tab: "guides", guide: id });
    case "activity":
    case "approval":
      return address("/fieldwork", { tab: "records" });
    case "release":
      return address("/fieldwork", { tab: "release" });
    case "contact":
    case "consent":
    case "referral":
    case "recruitment":
      return "/fieldwork";
    case "coder":
      return address("/history", { person: id });
    default:
      return "/";
  }
}
