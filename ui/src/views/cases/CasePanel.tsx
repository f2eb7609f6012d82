import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EditableText } from "../../components/EditableText";
import type { CaseRow, Cases } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { CaseGroups } from "./CaseGroups";
import { CaseHistory } from "./CaseHistory";
import { CaseMaterial } from "./CaseMaterial";
import { CaseMemos } from "./CaseMemos";
import { PERSON } from "./grid-columns";
import { useKindName } from "./kind-names";

interface Props {
  row: CaseRow;
  cases: Cases;
  canWrite: boolean;
}

/** All of one case: what it is, what it lies in, its sources, memos and history. */
export function CasePanel({ row, cases, canWrite }: Props) {
  const t = useTranslations("cases.panel");
  const kindName = useKindName();
  const { change, remove } = useCaseActs();
  return (
    <div className="case-panel">
      <section aria-label={row.name}>
        <p className="label">{kindName(row.kind, 1)}</p>
        <div className="case-title">
          <EditableText
            label={t("name")}
            value={row.name}
            isRequired
            isReadOnly={!canWrite}
            onSave={async (name) => (await change(row.id, { name, was: { name: row.name } })) !== null}
          />
        </div>
        {row.kind === PERSON && !row.interviewed ? <p className="quiet">{t("notInterviewed")}</p> : null}
        <EditableText
          label={t("description")}
          placeholder={t("noDescription")}
          value={row.description ?? ""}
          rows={4}
          isReadOnly={!canWrite}
          onSave={async (description) =>
            (await change(row.id, {
              description: description || null,
              was: { description: row.description },
            })) !== null
          }
        />
      </section>
      <CaseGroups row={row} cases={cases} canWrite={canWrite} />
      <CaseMaterial row={row} />
      <CaseMemos row={row} canWrite={canWrite} />
      <CaseHistory id={row.id} />
      {canWrite ? (
        <p className="case-remove">
          <Button kind="danger" size="small" onPress={() => void remove(row.id)}>
            {t("remove", { name: row.name })}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
