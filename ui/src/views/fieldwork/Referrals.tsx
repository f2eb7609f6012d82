import { useFormatter, useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { useHomophily, useReferralChains } from "../../store/fieldwork";
import { FieldworkPage } from "./FieldworkPage";

interface Props {
  onChoose: (person: string) => void;
}

/** Who led to whom: each chain as a list that goes in with every wave. */
export function Referrals({ onChoose }: Props) {
  const t = useTranslations("fieldwork.referrals");
  const tabs = useTranslations("fieldwork.tabs");
  const percent = usePercent();
  const { data, error, refetch } = useReferralChains();
  if (error && !data) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.chains.length === 0)
    return (
      <EmptyState title={t("noneTitle")}>
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  return (
    <FieldworkPage label={tabs("referrals")}>
      <section aria-labelledby="fw-chains">
        <h2 id="fw-chains">{t("chains")}</h2>
        <div className="fw-chains">
          {data.chains.map((chain) => (
            <div key={chain.members[0]?.id} className="fw-chain">
              <p>
                {t("chain", {
                  name: chain.seed,
                  people: chain.members.length - 1,
                  waves: Math.max(...chain.members.map(({ wave }) => wave)),
                  share: percent(chain.share),
                })}
              </p>
              <ul aria-label={t("label", { name: chain.seed })}>
                {chain.members.map((member) => (
                  <li key={member.id} style={{ paddingLeft: member.wave * 24 }}>
                    <button type="button" className="fw-name" onClick={() => onChoose(member.id)}>
                      {member.name}
                    </button>{" "}
                    <span className="quiet small">
                      {[member.wave > 0 ? t("wave", { wave: member.wave }) : null, member.was_interviewed ? null : t("notInterviewed")]
                        .filter(Boolean)
                        .join(", ")}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <p className="quiet small">{t("alone", { alone: data.alone })}</p>
      </section>
      <Alike />
    </FieldworkPage>
  );
}

function Alike() {
  const t = useTranslations("fieldwork.referrals");
  const percent = usePercent();
  const { data } = useHomophily();
  if (!data) return null;
  const { same, referrals, share, expected, unknown } = data;
  if (share === null && unknown === 0) return null;
  return (
    <section aria-labelledby="fw-alike">
      <h2 id="fw-alike">{t("alike")}</h2>
      {share === null || expected === null ? null : (
        <p className="fw-sentence">{t("homophily", { same, referrals, share: percent(share), expected: percent(expected) })}</p>
      )}
      {unknown > 0 ? <p className="quiet small">{t("unknown", { unknown })}</p> : null}
    </section>
  );
}

function usePercent(): (share: number) => string {
  const format = useFormatter();
  return (share) => format.number(share, { style: "percent" });
}
