import { shownKey } from "../services/keys";
import "./controls.css";

/** A key: "Mod+z" is shown as Ctrl Z. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className="kbd">{shownKey(keys)}</kbd>;
}
