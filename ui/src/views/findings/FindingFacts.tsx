import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { EditableText } from "../../components/EditableText";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { Select } from "../../components/Select";
import { address } from "../../services/address";
import type { FindingRow, FindingStatus } from "../../services/shapes";
import { useCodes } from "../../store/codes";
import { useGo } from "../../store/desk-actions";
import { useFindingActs } from "../../store/findings";
import { STATUSES, statusOf } from "./figures";

interface Props {
  finding: FindingRow;
  canWrite: boolean;
  onRemove: () => void;
}

/** What a finding is called, where it belongs, and what people say of it. */
export function FindingFacts({ finding, canWrite, onRemove }: Props) {
  const t = useTranslations("findings");
  const { change } = useFindingActs();
  const { data: codes } = useCodes();
  const go = useGo();
  const { id, name, domain, author } = finding;
  const status = statusOf(finding);
  if (!canWrite)
    return (
      <p className="finding-facts">
        <strong>{name}</strong>
        <span>{domain?.name ?? t("noDomain")}</span>
        <span className="quiet">{[author?.name, t(`status.${status}`)].filter(Boolean).join(", ")}</span>
      </p>
    );
  return (
    <div className="finding-facts">
      <strong className="finding-facts-name">
        <EditableText
          key={id}
          label={t("field.name")}
          value={name}
          isRequired
          onSave={async (typed) => (await change(id, { name: typed, was: { name } })) !== null}
        />
      </strong>
      <Select
        label={t("field.domain")}
        isLabelUnseen
        value={domain?.id ?? ""}
        options={[
          { value: "", label: t("noDomain") },
          ...(codes?.codes ?? []).map((code) => ({ value: code.id, label: code.path.join(" > ") })),
        ]}
        onChange={(code) => void change(id, { domain: code || null })}
      />
      <Select<FindingStatus>
        label={t("field.status")}
        isLabelUnseen
        value={status}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(value) => void change(id, { status: value })}
      />
      <span className="quiet small">{author?.name}</span>
      {finding.shares_name ? <Chip tone="warn">{t("sharesName")}</Chip> : null}
      <span className="spacer" />
      <Menu
        label={t("more")}
        choices={[
          { id: "memo", label: t("act.memo"), run: () => go(address("/memos", { new: "memo", about: id })) },
          { id: "remove", label: t("act.remove"), keys: "Delete", isDanger: true, hasLine: true, run: onRemove },
        ]}
      >
        <IconButton label={t("more")}>
          <Icon name="more" />
        </IconButton>
      </Menu>
    </div>
  );
}
