import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import type { CaseRow, Cases, MembershipRow } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { MembershipDialog } from "./MembershipDialog";
import { SITE, groupsOf, isInSeveral, orderedKinds } from "./grid-columns";
import { useKindName } from "./kind-names";

interface Props {
  row: CaseRow;
  cases: Cases;
  canWrite: boolean;
}

/** What a case lies in, and what lies in it. */
export function CaseGroups({ row, cases, canWrite }: Props) {
  const t = useTranslations("cases.panel");
  const kindName = useKindName();
  const [open, setOpen] = useState<MembershipRow | "new" | null>(null);
  const inside = cases.cases.filter((each) => each.groups.some(({ id }) => id === row.id));
  const kinds = orderedKinds(new Set(row.groups.map(({ kind }) => kind)));
  return (
    <section aria-labelledby="case-groups">
      <h3 id="case-groups">{t("groups")}</h3>
      {row.groups.length === 0 ? <p className="quiet">{t("noGroups")}</p> : null}
      <ul className="case-groups">
        {kinds.flatMap((kind) => {
          const groups = groupsOf(row, kind);
          return groups.map((group) => (
            <li key={group.membership}>
              <Group group={group} isOneOfSeveral={groups.length > 1} canWrite={canWrite} onEdit={() => setOpen(group)} />
            </li>
          ));
        })}
      </ul>
      {isInSeveral(row, SITE) ? <p className="quiet small">{t("twoSites")}</p> : null}
      {canWrite ? (
        <Button size="small" onPress={() => setOpen("new")}>
          {t("putInto")}
        </Button>
      ) : null}
      {inside.length > 0 ? (
        <>
          <h3>{t("inside")}</h3>
          <ul className="case-inside">
            {orderedKinds(new Set(inside.map(({ kind }) => kind))).map((kind) => {
              const members = inside.filter((each) => each.kind === kind);
              return (
                <li key={kind}>
                  <span className="quiet">{t("insideOf", { kind: kindName(kind, members.length), count: members.length })}</span>{" "}
                  {members.slice(0, 30).map((each, at) => (
                    <span key={each.id}>
                      {at > 0 ? ", " : ""}
                      <Link to={addressOf("case", each.id)}>{each.name}</Link>
                    </span>
                  ))}
                  {members.length > 30 ? ` ${t("andMore", { count: members.length - 30 })}` : null}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      {open ? (
        <MembershipDialog
          cases={cases}
          member={row}
          membership={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  );
}

interface GroupProps {
  group: MembershipRow;
  isOneOfSeveral: boolean;
  canWrite: boolean;
  onEdit: () => void;
}

function Group({ group, isOneOfSeveral, canWrite, onEdit }: GroupProps) {
  const t = useTranslations("cases.panel");
  const format = useFormatter();
  const kindName = useKindName();
  const { leave } = useCaseActs();
  const { role, share, start_day: start, end_day: end, counts_as: counts } = group;
  return (
    <>
      <div className="case-group">
        <span>
          <Link to={addressOf("case", group.id)}>{group.name}</Link>{" "}
          <span className="quiet small">{kindName(group.kind, 1)}</span>
        </span>
        {canWrite ? (
          <span className="case-group-acts">
            <IconButton label={t("editGroup", { group: group.name })} onPress={onEdit}>
              <Icon name="edit" />
            </IconButton>
            <IconButton label={t("leave", { group: group.name })} onPress={() => void leave(group.membership)}>
              <Icon name="close" />
            </IconButton>
          </span>
        ) : null}
      </div>
      <p className="case-group-details quiet small">
        {isOneOfSeveral ? <span>{counts ? t("counts") : t("countsNot")}</span> : null}
        {role ? <span>{role}</span> : null}
        {share === null ? null : <span>{format.number(share, { style: "percent" })}</span>}
        {start ? (
          <span>
            {t("from")} <DateText at={start} />
          </span>
        ) : null}
        {end ? (
          <span>
            {t("until")} <DateText at={end} />
          </span>
        ) : null}
      </p>
    </>
  );
}
