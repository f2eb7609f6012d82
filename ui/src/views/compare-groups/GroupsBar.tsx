import { useTranslations } from "use-intl";

import { AskedField } from "../../components/AskedField";
import { Select } from "../../components/Select";
import type { Option } from "../../components/Select";
import type { GroupComparison, GroupsChoice } from "../../store/contrasts";
import { withChosen } from "../compare/use-comparison";

interface Props {
  choice: GroupsChoice;
  sides: readonly Option[];
  codes: readonly Option[];
  /** The groups there are, as far as they are known. */
  known: readonly string[];
  made: GroupComparison | undefined;
  contrast: number;
  choose: (changes: Record<string, string | null>) => void;
  onContrast: (contrast: number) => void;
}

/** What is compared with what, and within what the test rearranges people. */
export function GroupsBar({ choice, sides, codes, known, made, contrast, choose, onContrast }: Props) {
  const t = useTranslations("compareGroups.choices");
  const [group = "", against = ""] = choice.groups;
  const names = (first: string, besides: string): Option[] => [
    { value: "", label: first },
    ...known.filter((name) => name !== besides).map((name) => ({ value: name, label: name })),
  ];
  return (
    <div className="figures-bar no-print" role="group" aria-label={t("label")}>
      <Select
        label={t("by")}
        value={choice.by}
        options={withChosen(sides, choice.by)}
        onChange={(by) => choose({ by, group: null, against: null, contrast: null })}
      />
      <Select
        label={t("group")}
        value={group}
        options={withChosen(names(t("each"), against), group)}
        onChange={(name) => choose({ group: name, against: name ? against : null, contrast: null })}
      />
      {group ? (
        <Select
          label={t("against")}
          value={against}
          options={withChosen(names(t("others"), group), against)}
          onChange={(name) => choose({ against: name, contrast: null })}
        />
      ) : null}
      {made && made.contrasts.length > 1 ? (
        <Select
          label={t("contrast")}
          value={String(contrast)}
          options={made.contrasts.map((each, at) => ({ value: String(at), label: made.groups[each.group]?.name ?? "" }))}
          onChange={(value) => onContrast(Number(value))}
        />
      ) : null}
      <Select
        label={t("codes")}
        value={choice.codes}
        options={withChosen(codes, choice.codes)}
        onChange={(value) => choose({ codes: value })}
      />
      <Select
        label={t("within")}
        value={choice.within}
        options={[
          { value: "", label: t("sites") },
          { value: "nothing", label: t("nothing") },
          ...withChosen(sides, choice.within).filter(({ value }) => value && value !== "nothing"),
        ]}
        onChange={(within) => choose({ within })}
      />
      <Select
        label={t("adjust")}
        value={choice.adjustment}
        options={[
          { value: "max-t", label: t("maxT") },
          { value: "bh", label: t("bh") },
        ]}
        onChange={(adjust) => choose({ adjust: adjust === "bh" ? adjust : null })}
      />
      <AskedField
        label={t("where")}
        value={choice.where}
        placeholder={t("wherePlaceholder")}
        clear={t("whereClear")}
        onChange={(where) => choose({ where })}
      />
    </div>
  );
}
