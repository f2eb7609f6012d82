import { useTranslations } from "use-intl";

import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { address } from "../../services/address";
import type { GuideRow, TopicStandings } from "../../services/shapes";
import { useTopicStandings } from "../../store/guides";
import { useSources } from "../../store/sources";

export const STANDINGS = ["answered", "asked without answer", "raised unprompted", "not asked", "unknown"] as const;
type Standing = (typeof STANDINGS)[number];
const KEYS = {
  answered: "answered",
  "asked without answer": "noAnswer",
  "raised unprompted": "raised",
  "not asked": "notAsked",
  unknown: "unknown",
} as const satisfies Record<Standing, string>;

interface Props {
  guide: GuideRow;
}

/** Participants by topics: who was asked and answered, who raised it, and what nobody looked at. */
export function Standings({ guide }: Props) {
  const t = useTranslations("fieldwork.guides");
  const { data, error, refetch } = useTopicStandings(guide.id);
  const { data: sources } = useSources();
  const sourceOf = (person: string) =>
    sources?.rows.find(({ participants }) => participants.some(({ id }) => id === person))?.id;
  return (
    <section aria-labelledby="fw-standings">
      <h2 id="fw-standings">{t("standings")}</h2>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && data.participants.length === 0 ? <p className="quiet">{t("nobody")}</p> : null}
      {data && data.participants.length > 0 ? (
        <>
          <p className="quiet small fw-sentence no-print">{t("standingsHow")}</p>
          <ul className="fw-standing-key" aria-label={t("key")}>
            {STANDINGS.map((standing) => (
              <li key={standing} className="quiet small">
                <Mark standing={standing} /> {t(`standing.${KEYS[standing]}`)}
              </li>
            ))}
          </ul>
          <StandingTable
            data={data}
            addressFor={(person) => {
              const source = sourceOf(person);
              return source ? address("/fieldwork", { tab: "guides", guide: guide.id, source }) : null;
            }}
          />
        </>
      ) : null}
    </section>
  );
}

interface TableProps {
  data: TopicStandings;
  /** Where the questions of somebody's interview are gone through, if they speak in a source. */
  addressFor: (person: string) => string | null;
}

function StandingTable({ data, addressFor }: TableProps) {
  const t = useTranslations("fieldwork.guides");
  return (
    <div className="fw-wide">
      <table className="plain-table fw-standings">
        <thead>
          <tr>
            <th scope="col">{t("participant")}</th>
            {data.topics.map(({ key, topic }) => (
              <th key={key} scope="col">
                {topic}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.participants.map(({ id, name, standings }) => {
            const to = addressFor(id);
            return (
              <tr key={id}>
                <th scope="row">
                  {to ? <Link to={to}>{name}</Link> : name}
                </th>
                {standings.map((standing, at) => {
                  const known = standing as Standing;
                  return (
                    <td key={data.topics[at]?.key}>
                      <span role="img" aria-label={t(`standing.${KEYS[known]}`)} title={t(`standing.${KEYS[known]}`)}>
                        <Mark standing={known} />
                      </span>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ofAsked")}</th>
            {data.topics.map(({ key, counts }) => {
              const answered = counts["answered"] ?? 0;
              const asked = answered + (counts["asked without answer"] ?? 0);
              return <td key={key}>{asked === 0 ? <span className="fw-none">{t("noneAsked")}</span> : t("answeredOf", { answered, asked })}</td>;
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A sign for a standing, told apart by its form. */
function Mark({ standing }: { standing: Standing }) {
  return <span aria-hidden="true" className={`fw-mark ${KEYS[standing]}`} />;
}
