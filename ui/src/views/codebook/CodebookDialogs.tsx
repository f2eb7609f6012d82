import type { CodeRow } from "../../services/shapes";
import { FrameworkDialog } from "./FrameworkDialog";
import { ImportDialog } from "./ImportDialog";
import { MergeDialog } from "./MergeDialog";
import { MoveDialog } from "./MoveDialog";
import { NewCodeDialog } from "./NewCodeDialog";
import { SplitDialog } from "./SplitDialog";
import type { OpenDialog } from "./use-codebook-actions";

interface Props {
  dialog: OpenDialog;
  codes: readonly CodeRow[];
  /** With the code to go to, where one was made. */
  onClose: (code?: string | null) => void;
}

/** The dialog that is open over the codebook. */
export function CodebookDialogs({ dialog, codes, onClose }: Props) {
  const close = () => onClose();
  if (dialog.name === "new") return <NewCodeDialog codes={codes} parent={dialog.parent} onClose={onClose} />;
  if (dialog.name === "framework") return <FrameworkDialog onClose={close} />;
  if (dialog.name === "import") return <ImportDialog onClose={close} />;
  const code = codes.find(({ id }) => id === dialog.code);
  if (!code) return null;
  if (dialog.name === "move") return <MoveDialog code={code} codes={codes} onClose={close} />;
  if (dialog.name === "merge") return <MergeDialog code={code} codes={codes} onClose={onClose} />;
  return <SplitDialog code={code} onClose={onClose} />;
}
