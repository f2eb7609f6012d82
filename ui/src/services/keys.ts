/** The one place that knows every action: its key, its name in the palette, its place in `?`. */
import { Observable } from "./observable";

export interface Action {
  id: string;
  title: string;
  run: () => void;
  /** Such as "c", "Shift+Enter", "Mod+z" (Mod: Ctrl, on a Mac ⌘). The first one is shown. */
  keys?: readonly string[];
  /** The heading in the list of keys, such as the view's name. */
  group?: string;
  /** A word or two for the bar at the foot of the view; without it the action is not there. */
  bar?: string;
  /** Further words under which the palette finds it. */
  words?: string;
  /** Left out of the palette, as for moving about. */
  unlisted?: boolean;
  /** Its keys work in text fields and over dialogs too. */
  everywhere?: boolean;
  disabled?: boolean;
}

const entries = new Map<string, Action>();
const list = new Observable<readonly Action[]>([]);
let held = 0;

/** All actions of the page, in the order in which they came. */
export const actions = { get: list.get, subscribe: list.subscribe };

/** Make actions known until the answer is called; a later one with the same id takes its place. */
export function registerActions(added: readonly Action[]): () => void {
  const mine = added.map((action) => ({ ...action }));
  for (const entry of mine) {
    entries.delete(entry.id);
    entries.set(entry.id, entry);
  }
  tell();
  return () => {
    for (const entry of mine) if (entries.get(entry.id) === entry) entries.delete(entry.id);
    tell();
  };
}

/** While a dialog is open, only the actions for everywhere have keys. */
export function holdKeys(): () => void {
  held += 1;
  let isHeld = true;
  return () => {
    if (isHeld) held -= 1;
    isHeld = false;
  };
}

function tell(): void {
  list.set([...entries.values()]);
}

/** Run the action of a key; whether there was one. */
export function pressed(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const isTyping = isTextField(event.target) && !isViewKey(event);
  // The latest comes first: a view's key stands before the desk's.
  for (const entry of [...entries.values()].reverse()) {
    if (entry.disabled) continue;
    if (!entry.everywhere && (isTyping || held > 0)) continue;
    if (!entry.keys?.some((key) => matches(event, key))) continue;
    event.preventDefault();
    entry.run();
    return true;
  }
  return false;
}

/** Alt and a letter write nothing, but on a Mac, so they lead away from a text field too. */
function isViewKey(event: KeyboardEvent): boolean {
  return event.altKey && !event.ctrlKey && !isMac() && /^\p{L}$/u.test(event.key);
}

/** Whether typing goes into this element. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute("contenteditable") === "true") return true;
  if (target instanceof HTMLInputElement) return !NO_TYPING.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const NO_TYPING = new Set(["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"]);
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether an event is this key. */
export function matches(event: KeyboardEvent, key: string): boolean {
  const parts = key.split("+");
  const name = key.endsWith("++") ? "+" : (parts.at(-1) ?? "");
  const wants = new Set(parts.slice(0, -1));
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const otherMod = isMac() ? event.ctrlKey : event.metaKey;
  if (mod !== wants.has("Mod") || otherMod || event.altKey !== wants.has("Alt")) return false;
  // A sign such as ? needs Shift on some keyboards and none on others.
  const isSign = name.length === 1 && name.toLowerCase() === name.toUpperCase();
  if (!isSign && event.shiftKey !== wants.has("Shift")) return false;
  // With Alt a Mac writes another letter: the place on the board tells which one was meant.
  if (event.altKey && event.code === `Key${name.toUpperCase()}`) return true;
  return event.key.toLowerCase() === name.toLowerCase();
}

const SHOWN: Record<string, string> = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Delete: "Del", Escape: "Esc", " ": "Space",
};

/** A key as it is shown: "Mod+z" is Ctrl Z, or ⌘ Z. */
export function shownKey(key: string): string {
  return key
    .split("+")
    .map((part) => {
      if (part === "Mod") return isMac() ? "⌘" : "Ctrl";
      return SHOWN[part] ?? part;
    })
    .map((part, at, all) => (at > 0 && part.length === 1 && all.length > 1 ? part.toUpperCase() : part))
    .join(" ");
}
