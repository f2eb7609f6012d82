import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Kbd } from "../../components/Kbd";
import type { FindingRow } from "../../services/shapes";
import { useFindingActs } from "../../store/findings";
import { CheckEditor } from "./CheckEditor";
import { CheckItem } from "./CheckItem";
import { isChanged } from "./figures";

interface Props {
  finding: FindingRow;
  canWrite: boolean;
  isAdding: boolean;
  onAdd: (isOpen: boolean) => void;
}

/** The checks of a finding, each with what it finds today. */
export function CheckList({ finding, canWrite, isAdding, onAdd }: Props) {
  const t = useTranslations("findings.check");
  const { addCheck, changeCheck, accept } = useFindingActs();
  const [editing, setEditing] = useState<{ check: string | null; text: string } | null>(null);
  const { id, checks } = finding;
  const changed = checks.filter(isChanged).length;
  return (
    <section aria-labelledby="finding-checks">
      <div className="finding-heading">
        <h3 id="finding-checks">{t("title")}</h3>
        <span className="spacer" />
        {canWrite && changed > 0 ? (
          <Button size="small" onPress={() => void accept(id)}>
            {t("acceptAll")}
          </Button>
        ) : null}
        {canWrite && !isAdding ? (
          <Button size="small" onPress={() => onAdd(true)}>
            {t("add")} <Kbd keys="c" />
          </Button>
        ) : null}
      </div>
      {checks.length === 0 && !isAdding ? <p className="quiet finding-teach">{t("none")}</p> : null}
      <ol className="check-list">
        {checks.map((check) => (
          <li key={check.id}>
            {editing?.check === check.id ? (
              <CheckEditor
                initial={editing.text}
                onSave={(text, options) => changeCheck(check.id ?? "", text, options)}
                onClose={() => setEditing(null)}
              />
            ) : (
              <CheckItem
                check={check}
                finding={id}
                canWrite={canWrite}
                onEdit={(text) => setEditing({ check: check.id, text })}
              />
            )}
          </li>
        ))}
      </ol>
      {isAdding && canWrite ? (
        <CheckEditor initial="" onSave={(text, options) => addCheck(id, text, options)} onClose={() => onAdd(false)} />
      ) : null}
    </section>
  );
}
