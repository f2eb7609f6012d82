import { useTranslations } from "use-intl";

import type { Action } from "../services/keys";
import { Dialog } from "./Dialog";
import { Kbd } from "./Kbd";
import "./keys-dialog.css";

interface Props {
  actions: readonly Action[];
  onClose: () => void;
}

/** Every key that works just now: the view's first, then those that work everywhere. */
export function KeysDialog({ actions, onClose }: Props) {
  const t = useTranslations("common.keys");
  const withKeys = actions.filter(({ keys }) => keys && keys.length > 0);
  const everywhere = t("desk");
  // The view's own first, then those that always work.
  const rank = (group: string) => [everywhere, t("views")].indexOf(group);
  const groups = [...new Set(withKeys.map(({ group }) => group ?? everywhere))].sort(
    (a, b) => rank(a) - rank(b),
  );
  return (
    <Dialog title={t("title")} size="wide" onClose={onClose}>
      <div className="keys-groups">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="label">{group}</h3>
            <dl>
              {withKeys
                .filter((action) => (action.group ?? everywhere) === group)
                .map(({ id, title, keys }) => (
                  <div key={id}>
                    <dt>
                      {keys?.map((key) => (
                        <Kbd key={key} keys={key} />
                      ))}
                    </dt>
                    <dd>{title}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
