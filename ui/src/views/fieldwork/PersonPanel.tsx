import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { addressOf } from "../../services/address";
import type { BoardPerson, FieldActivity, FieldConsent, FieldContact } from "../../services/shapes";
import { useFieldworkActs, useFieldworkPerson } from "../../store/fieldwork";
import { PersonDialogs } from "./PersonDialogs";
import { RecordSection } from "./RecordSection";
import { useTold } from "./told-things";
import { useChoiceWords } from "./use-choice-words";
import { useStageName } from "./use-stage-name";

export type PersonDialog =
  | { name: "found" | "referral" }
  | { name: "contact"; contact: FieldContact | null }
  | { name: "consent"; consent: FieldConsent | null }
  | { name: "interview"; interview: FieldActivity | null };

interface Props {
  /** Whom it is about, as the board has them. */
  who: BoardPerson;
  people: readonly BoardPerson[];
  canWrite: boolean;
  dialog: PersonDialog | null;
  onOpen: (dialog: PersonDialog | null) => void;
  onWithdraw: () => void;
}

/** All that was recorded about one participant, and the forms to record more. */
export function PersonPanel({ who, people, canWrite, dialog, onOpen: open, onWithdraw }: Props) {
  const t = useTranslations("fieldwork.panel");
  const { data: person, error, refetch } = useFieldworkPerson(who.id);
  const { contacts, consents, referrals, activities } = useFieldworkActs();
  const { shown } = useChoiceWords();
  const stageName = useStageName();
  const told = useTold("told");
  const facts = [who.role, who.sector, who.site].filter(Boolean);
  const some = (words: readonly (string | null | undefined)[]) => words.filter(Boolean).join(", ");

  return (
    <>
      <p className="label">
        {who.since
          ? t.rich("since", { stage: stageName(who.stage), day: () => <DateText at={who.since ?? ""} /> })
          : stageName(who.stage)}
      </p>
      <p className="fw-panel-title">
        <Link to={addressOf("case", who.id)}>{who.name}</Link>
      </p>
      {facts.length > 0 ? <p className="quiet">{facts.join(", ")}</p> : null}
      {who.missing.length > 0 ? (
        <ul className="fw-missing-things" aria-label={t("missing")}>
          {who.missing.map((each) => (
            <li key={each.sentence}>{told(each)}</li>
          ))}
        </ul>
      ) : null}
      {error && !person ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!person && !error ? <Loading /> : null}
      {person ? (
        <>
          <RecordSection
            id="fw-contacts"
            title={t("contacts")}
            none={t("noContacts")}
            canWrite={canWrite}
            add={{ label: t("addContact"), run: () => open({ name: "contact", contact: null }) }}
            entries={person.contacts.map((contact) => ({
              id: contact.id,
              name: shown(contact.outcome ?? ""),
              lines: (
                <Entry
                  head={some([contact.outcome ? shown(contact.outcome) : null, contact.channel ? shown(contact.channel) : null])}
                  day={contact.day}
                  by={contact.contacted_by}
                  note={contact.note}
                />
              ),
              onEdit: () => open({ name: "contact", contact }),
              onRemove: () => void contacts.remove(contact.id),
            }))}
          />
          <RecordSection
            id="fw-consents"
            title={t("consents")}
            none={t("noConsents")}
            canWrite={canWrite}
            add={{ label: t("addConsent"), run: () => open({ name: "consent", consent: null }) }}
            entries={person.consents.map((consent) => ({
              id: consent.id,
              name: consent.version ?? t("consent"),
              lines: (
                <Entry
                  head={some(consent.scope.map(shown)) || t("noScope")}
                  day={consent.day}
                  by={consent.version ? t("version", { version: consent.version }) : null}
                  note={some([consent.withdrawn_day ? t("withdrawnOn", { day: consent.withdrawn_day }) : null, consent.note])}
                />
              ),
              onEdit: () => open({ name: "consent", consent }),
              onRemove: () => void consents.remove(consent.id),
            }))}
          />
          <RecordSection
            id="fw-activities"
            title={t("activities")}
            none={t("noActivities")}
            canWrite={canWrite}
            add={{ label: t("addInterview"), run: () => open({ name: "interview", interview: null }) }}
            entries={person.activities.map((activity) => ({
              id: activity.id,
              name: activity.name,
              lines: (
                <Entry
                  head={activity.source ? <Link to={addressOf("source", activity.source.id)}>{activity.name}</Link> : activity.name}
                  day={activity.day}
                  by={some([
                    activity.mode ? shown(activity.mode) : null,
                    activity.minutes === null ? null : t("minutes", { minutes: activity.minutes }),
                    activity.guide?.name,
                  ])}
                  note={activity.note}
                />
              ),
              ...(activity.kind === "interview" ? { onEdit: () => open({ name: "interview", interview: activity }) } : {}),
              onRemove: () => void activities.remove(activity.id),
            }))}
          />
          <RecordSection
            id="fw-referrals"
            title={t("referrals")}
            none={t("noReferrals")}
            canWrite={canWrite}
            add={{ label: t("addReferral"), run: () => open({ name: "referral" }) }}
            entries={[
              ...person.named_by.map((each) => ({
                id: each.id,
                name: each.person?.name ?? t("somebodyElse"),
                lines: (
                  <Entry
                    head={t("namedBy", { name: each.person?.name ?? t("somebodyElse") })}
                    day={each.day}
                    by={each.channel ? shown(each.channel) : null}
                    note={each.note}
                  />
                ),
                onRemove: () => void referrals.remove(each.id),
              })),
              ...person.named.map((each) => ({
                id: each.id,
                name: each.person?.name ?? "",
                lines: <Entry head={t("named", { name: each.person?.name ?? "" })} day={each.day} by={null} note={each.note} />,
              })),
            ]}
          />
          <RecordSection
            id="fw-found"
            title={t("found")}
            none={t("notFound")}
            canWrite={canWrite}
            add={{ label: t("describeFound"), run: () => open({ name: "found" }) }}
            entries={
              person.recruitment
                ? [
                    {
                      id: "found",
                      name: t("found"),
                      lines: (
                        <Entry
                          head={person.recruitment.found_by ? shown(person.recruitment.found_by) : t("foundUnknown")}
                          day={null}
                          by={person.recruitment.prior_relationship ? t("before", { what: person.recruitment.prior_relationship }) : null}
                          note={person.recruitment.note}
                        />
                      ),
                    },
                  ]
                : []
            }
          />
          {canWrite ? (
            <p className="fw-panel-foot">
              <Button kind="danger" size="small" onPress={onWithdraw}>
                {t("withdraw")}
              </Button>
            </p>
          ) : null}
          {dialog ? <PersonDialogs dialog={dialog} person={person} people={people} onClose={() => open(null)} /> : null}
        </>
      ) : null}
    </>
  );
}

interface EntryProps {
  head: ReactNode;
  day: string | null;
  by: string | null | undefined;
  note: string | null | undefined;
}

function Entry({ head, day, by, note }: EntryProps) {
  return (
    <>
      <p>{head}</p>
      {day || by ? (
        <p className="quiet small">
          {day ? <DateText at={day} /> : null}
          {day && by ? ", " : null}
          {by}
        </p>
      ) : null}
      {note ? <p className="small">{note}</p> : null}
    </>
  );
}
