import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { PassageList } from "../../components/PassagesPanel";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { address, addressOf } from "../../services/address";
import { useNegativeCases } from "../../store/contrasts";
import type { NegativeCases, PassageSet, Valence } from "../../store/contrasts";

interface Props {
  code: string;
  by: string;
  /** Empty: everybody. */
  group: string;
  onBack: () => void;
}

const STANDINGS = ["speaks against it", "says both", "asked, did not say it", "did not say it", "says it"] as const;

/** What speaks against the statement that a code helps, or hinders: people first, then passages. */
export function AgainstPanel({ code, by, group, onBack }: Props) {
  const t = useTranslations("compareGroups.against");
  const [valence, setValence] = useState<Valence>("enabling");
  const { data, error, refetch } = useNegativeCases({ code, valence, ...(group ? { by, group } : {}) });
  return (
    // Esc leads back to the passages from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="grp-against"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2>{group ? t("titleOf", { code, group }) : t("title", { code })}</h2>
      <Select<Valence>
        label={t("statement")}
        value={valence}
        options={[
          { value: "enabling", label: t("enabling") },
          { value: "constraining", label: t("constraining") },
        ]}
        onChange={setValence}
      />
      {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Told found={data} /> : null}
      <p className="row">
        <Button kind="plain" size="small" onPress={onBack}>
          {t("close")}
        </Button>
      </p>
    </div>
  );
}

function Told({ found }: { found: NegativeCases }) {
  const t = useTranslations("compareGroups.against");
  return (
    <>
      {found.warnings.length > 0 ? (
        <ul className="figures-warnings">
          {found.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      {STANDINGS.map((standing) => {
        const people = found.people.filter((each) => each.standing === standing);
        if (people.length === 0) return null;
        return (
          <section key={standing}>
            <h3>{t("standing", { standing: KEYS[standing], count: people.length, of: found.of })}</h3>
            <p className="grp-people">
              {people.map(({ id, name }) => (
                <Link key={id} to={addressOf("case", id)}>
                  {name}
                </Link>
              ))}
            </p>
          </section>
        );
      })}
      <Sort title={t("opposite")} some={found.opposite} query={found.opposite_query} />
      <Sort title={t("evidence")} some={found.evidence_against} />
      <Sort title={t("outside")} some={found.outside} />
      <Sort title={t("typical")} some={found.typical} />
      <Sort title={t("unlike")} some={found.unlike} />
      <p className="quiet small">{found.notes.join(" ")}</p>
    </>
  );
}

const KEYS = {
  "speaks against it": "against", "says both": "both", "asked, did not say it": "asked",
  "did not say it": "silent", "says it": "says",
} as const;

function Sort({ title, some, query = null }: { title: string; some: PassageSet | null; query?: string | null }) {
  const t = useTranslations("compareGroups.against");
  const locale = useLocale();
  if (!some || some.total === 0) return null;
  const likeness = some.likeness.map((value) => value.toLocaleString(locale, { maximumFractionDigits: 2 }));
  return (
    <section>
      <h3>
        {title} <span className="passages-panel-count">{t("shown", { shown: some.passages.length, total: some.total })}</span>
      </h3>
      <PassageList passages={some.passages} ends={likeness} />
      {query ? <Link to={address("/search", { q: query })}>{t("all")}</Link> : null}
    </section>
  );
}
