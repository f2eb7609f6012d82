import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import { sourceAddress } from "../../services/address";
import type { JudgementRow } from "../../services/shapes/synthesis-chart";
import { useGridActs } from "../../store/grids";
import { useCanWrite } from "../../store/study";

const kindOf = (kind: string | null | undefined) =>
  kind === "interview" || kind === "observation" ? kind : "document";

/** What speaks for a judgement and against it, each with the kind of its source. */
export function EvidenceList({ judgement, isMine = false }: { judgement: JudgementRow; isMine?: boolean }) {
  const t = useTranslations("compareGrids.evidence");
  const acts = useGridActs();
  const canWrite = useCanWrite();
  return (
    <>
      {[false, true].map((against) => {
        const held = judgement.evidence.filter((each) => each.against === against);
        if (held.length === 0) return null;
        return (
          <section key={String(against)}>
            <h3>{against ? t("against", { count: held.length }) : t("for", { count: held.length })}</h3>
            <ul className="grids-evidence">
              {held.map((each) => (
                <li key={each.id}>
                  <blockquote>{each.text || t("gone")}</blockquote>
                  <p className="row small">
                    <Link to={sourceAddress(each.source_id, each)}>{each.source}</Link>
                    <span className="quiet">{t(kindOf(each.kind))}</span>
                    {isMine && canWrite ? (
                      <Button size="small" kind="plain" onPress={() => void acts.take(judgement.id, [each.id])}>
                        {t("take")}
                      </Button>
                    ) : null}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
