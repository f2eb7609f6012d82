import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import type { CheckRow } from "../../services/shapes";
import { useFindingActs } from "../../store/findings";
import { CheckAnswer } from "./CheckAnswer";
import { repaired } from "./check-words";
import { isChanged } from "./figures";

interface Props {
  check: CheckRow;
  finding: string;
  canWrite: boolean;
  /** Opens the editor with this text. */
  onEdit: (text: string) => void;
}

/** One check as it is written, with what it finds; pressed, it is written anew. */
export function CheckItem({ check, finding, canWrite, onEdit }: Props) {
  const t = useTranslations("findings.check");
  const { accept, removeCheck } = useFindingActs();
  const { id, text } = check;
  if (id === null) return null;
  return (
    <div className="check-item">
      <div className="check-line">
        {canWrite ? (
          <button type="button" className="check-text" onClick={() => onEdit(text)}>
            <span className="unseen">{t("edit")}: </span>
            {text}
          </button>
        ) : (
          <code className="check-text">{text}</code>
        )}
        {canWrite && isChanged(check) ? (
          <Button size="small" onPress={() => void accept(finding, [id])}>
            {t("accept")}
          </Button>
        ) : null}
        {canWrite ? (
          <IconButton label={t("remove")} onPress={() => void removeCheck(id)}>
            <Icon name="close" />
          </IconButton>
        ) : null}
      </div>
      {/* What was suggested is looked at before it is stored: storing accepts today's figures. */}
      <CheckAnswer
        check={check}
        onRepair={canWrite ? (suggestion) => onEdit(repaired(check, suggestion)) : undefined}
      />
    </div>
  );
}
