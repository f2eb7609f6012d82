import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import type { Failure } from "../../services/failure";
import type { CaseRow, Cases, MembershipRow } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { GroupPicker } from "./GroupPicker";
import { PERSON } from "./grid-columns";

interface Props {
  cases: Cases;
  member: CaseRow;
  /** The one that is changed; null to put the case into another. */
  membership: MembershipRow | null;
  onClose: () => void;
}

const percent = (share: number | null) => (share === null ? "" : String(Math.round(share * 1000) / 10));

/** What a case lies in: the group, its role and share there, from when to when, and which counts. */
export function MembershipDialog({ cases, member, membership, onClose }: Props) {
  const t = useTranslations("cases.membership");
  const common = useTranslations("common.dialog");
  const { join, changeMembership } = useCaseActs();
  const [group, setGroup] = useState<string | null>(null);
  const [role, setRole] = useState(membership?.role ?? "");
  const [share, setShare] = useState(percent(membership?.share ?? null));
  const [start, setStart] = useState(membership?.start_day ?? "");
  const [end, setEnd] = useState(membership?.end_day ?? "");
  const [counts, setCounts] = useState(membership?.counts_as ?? false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = share.trim() === "" ? null : Number(share.replace("%", ""));
  const isShareWrong = number !== null && !(number > 0 && number <= 100);
  const isReady = !isShareWrong && (membership !== null || group !== null);

  const save = async () => {
    if (!isReady) return;
    const details = {
      role: role.trim() || null,
      share: number === null ? null : number / 100,
      start_day: start || null,
      end_day: end || null,
      counts_as: counts,
    };
    const onFailure = (error: Failure) => {
      setFailure(error);
      return true;
    };
    const saved = membership
      ? await changeMembership(membership.membership, details, { onFailure })
      : await join({ ...details, member: member.id, group: group ?? "" }, { onFailure });
    if (saved) onClose();
  };

  return (
    <Dialog
      title={membership ? t("change", { name: member.name, group: membership.name }) : t("putInto", { name: member.name })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={!isReady} onPress={() => void save()}>
            {membership ? common("save") : t("put")}
          </Button>
        </>
      }
    >
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {membership ? null : (
          <GroupPicker
            label={t("into")}
            choices={cases.cases.filter((row) => row.id !== member.id && row.kind !== PERSON)}
            value={group}
            onChange={setGroup}
          />
        )}
        <Field label={t("role")} value={role} onChange={setRole} />
        <Field
          label={t("share")}
          value={share}
          onChange={setShare}
          inputMode="decimal"
          hint={t("shareHint")}
          error={isShareWrong ? t("shareWrong") : null}
        />
        <div className="case-form-days">
          <Field label={t("from")} type="date" value={start} onChange={setStart} />
          <Field label={t("until")} type="date" value={end} onChange={setEnd} />
        </div>
        <label className="check">
          <input type="checkbox" checked={counts} onChange={(event) => setCounts(event.target.checked)} />
          <span>
            {t("counts")} <small className="quiet">{t("countsHint")}</small>
          </span>
        </label>
        {failure ? <ErrorNote error={failure} /> : null}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
