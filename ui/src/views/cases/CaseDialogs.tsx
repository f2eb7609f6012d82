import type { Cases } from "../../services/shapes";
import { useCanWrite } from "../../store/study";
import { AttributeDialog } from "./AttributeDialog";
import { ImportDialog } from "./ImportDialog";
import { MembershipDialog } from "./MembershipDialog";
import { NewCaseDialog } from "./NewCaseDialog";
import type { OpenDialog } from "./use-case-address";

interface Props {
  dialog: OpenDialog | null;
  cases: Cases;
  kind: string;
  onMade: (id: string) => void;
  onClose: () => void;
}

/** The dialog that is open, if one is. */
export function CaseDialogs({ dialog, cases, kind, onMade, onClose }: Props) {
  const canWrite = useCanWrite();
  if (!dialog || !canWrite) return null;
  if (dialog.name === "case") return <NewCaseDialog cases={cases} kind={kind} onMade={onMade} onClose={onClose} />;
  if (dialog.name === "import") return <ImportDialog cases={cases} initial={dialog.text} onClose={onClose} />;
  if (dialog.name === "attribute")
    return <AttributeDialog cases={cases} attribute={dialog.attribute} onClose={onClose} />;
  const member = cases.cases.find(({ id }) => id === dialog.member);
  return member ? <MembershipDialog cases={cases} member={member} membership={null} onClose={onClose} /> : null;
}
