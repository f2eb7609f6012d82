import { useTranslations } from "use-intl";

import { addressOf } from "../services/address";
import type { ConflictRow } from "../services/shapes";
import { Button } from "./Button";
import { Link } from "./Link";
import "./conflict-list.css";

interface Props {
  conflicts: readonly ConflictRow[];
  canWrite: boolean;
  isBusy: boolean;
  /** One of the values of a field stands from now on. */
  onSettle: (conflict: ConflictRow, value: ConflictRow["shown"]) => void;
}

const keyOf = ({ sort, entity, field }: ConflictRow) => `${sort} ${entity} ${field ?? ""}`;

/** What two people changed at once, each without the other: both sides, and one click to settle. */
export function ConflictList({ conflicts, canWrite, isBusy, onSettle }: Props) {
  const t = useTranslations("common.conflicts");
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts" aria-labelledby="conflicts-title">
      <h3 id="conflicts-title">{t("title", { count: conflicts.length })}</h3>
      <p className="quiet small">{t("text")}</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={keyOf(conflict)}>
            {conflict.field === null ? (
              <Told conflict={conflict} />
            ) : (
              <Sides conflict={conflict} canWrite={canWrite} isBusy={isBusy} onSettle={onSettle} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A conflict that is settled where the thing itself is. */
function Told({ conflict: { kind, entity, name, sentence } }: { conflict: ConflictRow }) {
  return (
    <p>
      <Link to={addressOf(kind, entity)}>{name}</Link>: {sentence}.
    </p>
  );
}

function Sides({ conflict, canWrite, isBusy, onSettle }: Omit<Props, "conflicts"> & { conflict: ConflictRow }) {
  const t = useTranslations("common.conflicts");
  const { kind, entity, name, field, shown, rivals, shown_text, rival_texts } = conflict;
  const words = (field ?? "").replaceAll("_", " ");
  const sides = [
    { value: shown, text: shown_text, label: t("shown") },
    ...rivals.map((value, at) => ({ value, text: rival_texts[at] ?? null, label: t("rival") })),
  ];
  return (
    <fieldset>
      <legend>{t.rich("field", { name, field: words, link: (told) => <Link to={addressOf(kind, entity)}>{told}</Link> })}</legend>
      <div className="conflict-sides">
        {sides.map(({ value, text, label }, at) => (
          // Two sides may say the same words and be different values.
          <div key={at} className="conflict-side">
            <b className="label">{label}</b>
            <p>{text ?? <span className="quiet">{t("empty")}</span>}</p>
            {canWrite ? (
              <Button
                size="small"
                isDisabled={isBusy}
                aria-label={t("settleNamed", { text: text ?? t("empty") })}
                onPress={() => onSettle(conflict, value)}
              >
                {t("settle")}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
