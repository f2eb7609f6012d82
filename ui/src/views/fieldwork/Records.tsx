import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { addressOf, sourceAddress } from "../../services/address";
import type { ActivityRow, ApprovalRow, BoardPerson } from "../../services/shapes";
import { useActivities, useApprovals, useFieldRecordActs } from "../../store/field-records";
import { useFieldworkActs } from "../../store/fieldwork";
import { ApprovalDialog } from "./ApprovalDialog";
import { FieldworkPage } from "./FieldworkPage";
import { MeetingDialog } from "./MeetingDialog";
import { RecordTable } from "./RecordTable";
import { RequestDialog } from "./RequestDialog";
import { useChoiceWords } from "./use-choice-words";

type Open =
  | { name: "meeting"; of: ActivityRow | null }
  | { name: "request"; of: ActivityRow | null }
  | { name: "approval"; of: ApprovalRow | null };

interface Props {
  people: readonly BoardPerson[];
  canWrite: boolean;
}

/** What was done beside interviews: meetings that were observed, documents asked for, approvals. */
export function Records({ people, canWrite }: Props) {
  const t = useTranslations("fieldwork.records");
  const tabs = useTranslations("fieldwork.tabs");
  const { shown } = useChoiceWords();
  const activities = useActivities();
  const { data: approvals, error: failed } = useApprovals();
  const { activities: acts } = useFieldworkActs();
  const { approvals: approvalActs } = useFieldRecordActs();
  const [dialog, open] = useState<Open | null>(null);
  const error = activities.error ?? failed;
  if (error && !(activities.data && approvals))
    return <ErrorNote error={error} onAgain={() => void activities.refetch()} />;
  if (!activities.data || !approvals) return <Loading />;
  const ofKind = (kind: ActivityRow["kind"]) => activities.data.filter((each) => each.kind === kind);
  const close = () => open(null);

  return (
    <FieldworkPage label={tabs("records")}>
      <RecordTable
        id="fw-meetings"
        title={t("meetings")}
        none={t("noMeetings")}
        heads={[t("meeting"), t("present"), t("agenda"), t("became")]}
        canWrite={canWrite}
        add={{ label: t("addMeeting"), run: () => open({ name: "meeting", of: null }) }}
        rows={ofKind("meeting").map((each) => ({
          id: each.id,
          name: each.name,
          cells: [
            <Named key="name" source={each.source} name={each.name}>
              {each.case ? (
                <p className="small">
                  <Site of={each.case} />
                </p>
              ) : null}
              <Facts
                day={each.day}
                facts={[
                  each.minutes === null ? null : t("minutes", { minutes: each.minutes }),
                  each.mode ? shown(each.mode) : null,
                  each.led_by ? t("seenBy", { name: each.led_by.name }) : null,
                ]}
              />
            </Named>,
            <Present key="present" counts={each.meeting?.attendance ?? {}} />,
            <span key="agenda" className="fw-words">{each.meeting?.agenda}</span>,
            <Became key="became" meeting={each.meeting} note={each.note} />,
          ],
          onEdit: () => open({ name: "meeting", of: each }),
          onRemove: () => void acts.remove(each.id),
        }))}
      />
      <RecordTable
        id="fw-requests"
        title={t("documents")}
        none={t("noDocuments")}
        heads={[t("document"), t("askedOf"), t("standing"), t("spokenOf")]}
        canWrite={canWrite}
        add={{ label: t("addDocument"), run: () => open({ name: "request", of: null }) }}
        rows={ofKind("document request").map((each) => ({
          id: each.id,
          name: each.name,
          cells: [
            <Named key="name" source={each.source} name={each.name}>
              <Facts
                day={each.day}
                facts={[each.request?.public === true ? t("isPublic") : each.request?.public === false ? t("notPublic") : null]}
              />
              {each.note ? <p className="small">{each.note}</p> : null}
            </Named>,
            <span key="of">
              {each.participants.map(({ name }) => name).join(", ")}
              {each.participants.length > 0 && each.case ? <br /> : null}
              <Site of={each.case} />
            </span>,
            <Standing key="standing" request={each.request} />,
            each.request?.mentioned_in ? (
              <Link key="in" to={placeOf(each.request.mentioned_in.id, each.request.mentioned_at)}>
                {each.request.mentioned_in.name}
              </Link>
            ) : null,
          ],
          onEdit: () => open({ name: "request", of: each }),
          onRemove: () => void acts.remove(each.id),
        }))}
      />
      <RecordTable
        id="fw-approvals-kept"
        title={t("approvals")}
        none={t("noApprovals")}
        heads={[t("approval"), t("ends"), t("kept"), t("conditions")]}
        canWrite={canWrite}
        add={{ label: t("addApproval"), run: () => open({ name: "approval", of: null }) }}
        rows={approvals.map((each) => ({
          id: each.id,
          name: each.name,
          cells: [
            <Named key="name" source={null} name={each.name}>
              <Facts day={each.day} facts={[each.body, each.reference]} />
              {each.amends ? <p className="quiet small">{t("amends", { name: each.amends.name })}</p> : null}
            </Named>,
            each.end_day ? <DateText key="end" at={each.end_day} /> : null,
            each.retention_day ? <DateText key="kept" at={each.retention_day} /> : null,
            <span key="conditions" className="fw-words">
              {each.conditions}
              {each.note ? <span className="small quiet">{each.conditions ? "\n" : ""}{each.note}</span> : null}
            </span>,
          ],
          onEdit: () => open({ name: "approval", of: each }),
          onRemove: () => void approvalActs.remove(each.id),
        }))}
      />
      {dialog?.name === "meeting" ? <MeetingDialog meeting={dialog.of} onClose={close} /> : null}
      {dialog?.name === "request" ? <RequestDialog request={dialog.of} people={people} onClose={close} /> : null}
      {dialog?.name === "approval" ? <ApprovalDialog approval={dialog.of} approvals={approvals} onClose={close} /> : null}
    </FieldworkPage>
  );
}

const placeOf = (source: string, at: number | null) =>
  sourceAddress(source, at === null ? null : { start_char: at, end_char: at });

function Named({ source, name, children }: { source: ActivityRow["source"]; name: string; children: ReactNode }) {
  return (
    <>
      {source ? <Link to={addressOf("source", source.id)}>{name}</Link> : name}
      {children}
    </>
  );
}

function Facts({ day, facts }: { day: string | null; facts: readonly (string | null)[] }) {
  const said = facts.filter(Boolean).join(", ");
  if (!day && !said) return null;
  return (
    <p className="quiet small">
      {day ? <DateText at={day} /> : null}
      {day && said ? ", " : null}
      {said}
    </p>
  );
}

function Site({ of }: { of: ActivityRow["case"] }) {
  return of ? <Link to={addressOf("case", of.id)}>{of.name}</Link> : null;
}

function Present({ counts }: { counts: Record<string, number> }) {
  const t = useTranslations("fieldwork.records");
  const groups = Object.entries(counts);
  if (groups.length === 0) return null;
  return (
    <>
      {t("people", { count: groups.reduce((sum, [, count]) => sum + count, 0) })}
      <p className="quiet small">{groups.map(([name, count]) => `${name} ${count}`).join(", ")}</p>
    </>
  );
}

function Became({ meeting, note }: { meeting: ActivityRow["meeting"]; note: string | null }) {
  const t = useTranslations("fieldwork.records");
  return (
    <>
      {(["decided", "deferred", "avoided"] as const).map((each) =>
        meeting && meeting[each].length > 0 ? (
          <p key={each}>
            <span className="quiet">{t(each)}</span> {meeting[each].join("; ")}
          </p>
        ) : null,
      )}
      {note ? <p className="small">{note}</p> : null}
    </>
  );
}

function Standing({ request }: { request: ActivityRow["request"] }) {
  const { shown } = useChoiceWords();
  if (!request) return null;
  const isOut = request.standing === "asked" || request.standing === "promised";
  return (
    <>
      <span className={isOut ? "fw-warning" : undefined}>{shown(request.standing)}</span>
      <Facts day={request.arrived_day} facts={[]} />
    </>
  );
}
