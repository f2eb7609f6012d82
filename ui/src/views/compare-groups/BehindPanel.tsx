import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { PassagesPanel } from "../../components/PassagesPanel";
import { useGroupPassages } from "../../store/contrasts";
import type { GroupsChoice } from "../../store/contrasts";
import { AgainstPanel } from "./AgainstPanel";

interface Props {
  choice: GroupsChoice;
  cell: { code: string; group: string };
  isAgainst: boolean;
  focusCount: number;
  onAgainst: (is: boolean) => void;
  onBack: () => void;
}

/** The passages behind a number, and from there what speaks against what they say. */
export function BehindPanel({ choice, cell, isAgainst, focusCount, onAgainst, onBack }: Props) {
  const t = useTranslations("compareGroups");
  const found = useGroupPassages(choice, cell);
  if (isAgainst) return <AgainstPanel code={cell.code} by={choice.by} group={cell.group} onBack={() => onAgainst(false)} />;
  const title = cell.group ? t("behind", cell) : t("behindAll", { code: cell.code });
  return (
    <PassagesPanel title={title} found={found} focusCount={focusCount} onBack={onBack}>
      <Button size="small" onPress={() => onAgainst(true)}>
        {t("showAgainst")}
      </Button>
    </PassagesPanel>
  );
}
