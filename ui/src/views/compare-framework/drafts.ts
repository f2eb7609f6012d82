/** What was typed into cells and not saved yet: kept while the desk is open, whatever is looked at. */
import { Observable } from "../../services/observable";

const held = new Observable<ReadonlyMap<string, string>>(new Map());

export const drafts = {
  get: held.get,
  subscribe: held.subscribe,
  keep: (key: string, text: string) => held.set(new Map(held.get()).set(key, text)),
  drop: (key: string) => {
    const left = new Map(held.get());
    left.delete(key);
    held.set(left);
  },
};
