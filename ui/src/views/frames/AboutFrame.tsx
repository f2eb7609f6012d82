import { useLocale, useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import type { FrameGroups, FrameWhole } from "../../services/shapes";
import { useFrameActs } from "../../store/frames";
import { shownNumber } from "./figures";
import { GroupMark } from "./GroupMark";

interface Props {
  frame: FrameWhole;
  canWrite: boolean;
}

/** Where a frame comes from, what its groups are, and what each characteristic means. */
export function AboutFrame({ frame, canWrite }: Props) {
  const t = useTranslations("frames.about");
  const { ungroup } = useFrameActs();
  return (
    // It may be long and holds nothing to press: it takes the focus, so that arrow keys move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="frame-about" role="group" aria-label={t("title")} tabIndex={0}>
      <section aria-labelledby="frame-about">
        <h2 id="frame-about">{t("title")}</h2>
        {frame.description ? <p>{frame.description}</p> : null}
        <p className="quiet small">{t("cases", { count: frame.cases.length })}</p>
        {frame.citation ? <p className="quiet small">{frame.citation}</p> : null}
      </section>
      {frame.groupings.length > 0 ? (
        <section aria-labelledby="frame-groups">
          <h2 id="frame-groups">{t("groups")}</h2>
          {frame.groupings.map((grouping) => (
            <div key={grouping.name} className="frame-grouping">
              <p className="frame-grouping-name">
                <b>{grouping.name}</b>
                {canWrite ? (
                  <IconButton label={t("ungroup", { name: grouping.name })} onPress={() => void ungroup(frame.id, grouping.name)}>
                    <Icon name="close" />
                  </IconButton>
                ) : null}
              </p>
              <p className="quiet small">{t(`rule.${ruleKey(grouping.rule)}`)}</p>
              <Legend grouping={grouping} />
            </div>
          ))}
        </section>
      ) : null}
      <section aria-labelledby="frame-known">
        <h2 id="frame-known">{t("characteristics")}</h2>
        <dl>
          {frame.characteristics.map((each) => (
            <div key={each.name}>
              <dt>{each.name}</dt>
              <dd className="small">
                {each.definition ? <p>{each.definition}</p> : null}
                <p className="quiet">
                  {[each.source ?? t("noSource"), each.date ?? t("noDate")].join(", ")}
                </p>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

const ruleKey = (rule: FrameGroups["rule"]) => (rule === "cut-points" ? "cutPoints" : rule);

/** The groups in words: how many cases each has, and over which values it runs. */
export function Legend({ grouping }: { grouping: FrameGroups }) {
  const t = useTranslations("frames.about");
  const locale = useLocale();
  if (grouping.problem) return <p className="frame-warning small">{grouping.problem}</p>;
  return (
    <>
      <ul className="frame-legend small">
        {grouping.groups.map((group, at) => (
          <li key={group.label}>
            <GroupMark number={at + 1} of={grouping.groups.length} label={group.label} />{" "}
            <span className="quiet">
              {group.lowest === null || group.highest === null
                ? t("groupEmpty")
                : t("group", {
                    count: group.cases,
                    lowest: shownNumber(group.lowest, locale),
                    highest: shownNumber(group.highest, locale),
                  })}
            </span>
          </li>
        ))}
      </ul>
      {grouping.tied.map((cases) => (
        <p key={cases.join()} className="quiet small">
          {t("tied", { cases: cases.join(", ") })}
        </p>
      ))}
      {grouping.missing.length > 0 ? (
        <p className="quiet small">{t("missing", { cases: grouping.missing.join(", ") })}</p>
      ) : null}
    </>
  );
}
