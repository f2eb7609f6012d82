import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { Kbd } from "../../components/Kbd";
import { Link } from "../../components/Link";
import { sourceAddress } from "../../services/address";
import type { GivenPassage } from "../../services/shapes";
import { useFindingActs } from "../../store/findings";

interface Props {
  evidence: readonly GivenPassage[];
  canWrite: boolean;
}

/** The passages that speak for a finding, and those that speak against it. */
export function EvidenceSides({ evidence, canWrite }: Props) {
  const t = useTranslations("findings.evidence");
  const { take } = useFindingActs();
  return (
    <>
      {(["for", "against"] as const).map((side) => {
        const held = evidence.filter(({ against }) => against === (side === "against"));
        return (
          <section key={side} aria-labelledby={`finding-${side}`}>
            <div className="finding-heading">
              <h3 id={`finding-${side}`}>
                {t(side)} <span className="finding-count">{held.length}</span>
              </h3>
            </div>
            {held.length === 0 ? (
              <p className="quiet finding-teach">
                {t.rich(side === "for" ? "noneFor" : "noneAgainst", { key: () => <Kbd keys={side === "for" ? "q" : "x"} /> })}
              </p>
            ) : null}
            <ul className="finding-evidence">
              {held.map((each) => (
                <li key={each.id}>
                  <blockquote>{each.text || t("lost")}</blockquote>
                  <p className="finding-said">
                    <Link to={sourceAddress(each.source_id, each)}>{each.source}</Link>
                    {each.standing === "touched" ? <span>{t("touched")}</span> : null}
                    {canWrite ? (
                      <IconButton label={t("take")} onPress={() => void take(each.id)}>
                        <Icon name="close" />
                      </IconButton>
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
