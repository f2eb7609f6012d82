import { useTranslations } from "use-intl";

import { Link } from "../../components/Link";
import type { Messages } from "../../messages";
import { addressOf } from "../../services/address";
import type { OperationWhole } from "../../services/shapes";

type Changed = OperationWhole["changed"][number];
type Kind = keyof Messages["history"]["things"];
type FieldName = keyof Messages["history"]["fields"];

const SHOWN_OPEN = 6;
const WITH_PAGES = new Set([
  "source", "code", "case", "memo", "frame", "selection", "guide", "activity", "approval", "release", "contact",
  "consent", "referral", "recruitment",
]);

/** The things that an operation changed, each field before and after. */
export function ChangedThings({ changed, total }: { changed: readonly Changed[]; total: number }) {
  const t = useTranslations("history.one");
  if (changed.length === 0) return <p className="quiet">{t("nothing")}</p>;
  return (
    <>
      {total > 1 ? <p className="quiet small">{t("things", { count: total })}</p> : null}
      <ul className="history-changed">
        {changed.map((thing) => (
          <li key={thing.id}>
            {changed.length > SHOWN_OPEN ? (
              <details>
                <summary>
                  <Name thing={thing} />
                </summary>
                <Fields thing={thing} isLinked />
              </details>
            ) : (
              <>
                <p>
                  <Name thing={thing} isLinked />
                </p>
                <Fields thing={thing} />
              </>
            )}
          </li>
        ))}
      </ul>
      {total > changed.length ? <p className="quiet small">{t("more", { count: total - changed.length })}</p> : null}
    </>
  );
}

function Name({ thing, isLinked = false }: { thing: Changed; isLinked?: boolean }) {
  const t = useTranslations("history");
  const { kind, id, name, fields } = thing;
  const ends = fields["ends"]; // a link has no name of its own
  const shown = (kind === "link" && (ends?.after ?? ends?.before)) || name;
  const known = t.has(`things.${kind as Kind}`) ? t(`things.${kind as Kind}`) : kind.replaceAll("_", " ");
  return (
    <>
      <span className="label">{known}</span>{" "}
      {isLinked && WITH_PAGES.has(kind) ? <Link to={addressOf(kind, id)}>{shown}</Link> : <b>{shown}</b>}
    </>
  );
}

function Fields({ thing: { kind, id, fields }, isLinked = false }: { thing: Changed; isLinked?: boolean }) {
  const t = useTranslations("history");
  const label = (name: string) =>
    t.has(`fields.${name as FieldName}`) ? t(`fields.${name as FieldName}`) : name.replaceAll("_", " ");
  return (
    <dl className="history-fields">
      {Object.entries(fields).map(([name, { before, after }]) => (
        <div key={name}>
          <dt>{label(name)}</dt>
          <dd>
            {before === null ? null : (
              <del>
                <span className="unseen">{t("one.before")} </span>
                {before}
              </del>
            )}
            {before !== null && after !== null ? " " : null}
            {after === null ? <span className="quiet">{t("one.cleared")}</span> : <Now text={after} isAlone={before === null} />}
          </dd>
        </div>
      ))}
      {isLinked && WITH_PAGES.has(kind) ? (
        <div>
          <dt />
          <dd>
            <Link to={addressOf(kind, id)}>{t("one.open")}</Link>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** What stands since; beside what stood before it is marked as new. */
function Now({ text, isAlone }: { text: string; isAlone: boolean }) {
  const t = useTranslations("history.one");
  if (isAlone) return <span>{text}</span>;
  return (
    <ins>
      <span className="unseen">{t("after")} </span>
      {text}
    </ins>
  );
}
