/** The memo that is read or written. */
import { useTranslations } from "use-intl";

import type { MemoRow } from "../../services/shapes";
import { MemoEditor } from "./MemoEditor";
import { MemoFacts } from "./MemoFacts";

interface Props {
  memo: MemoRow | null;
  isGone: boolean;
  canWrite: boolean;
  isNew: boolean;
  onRemove: () => void;
  onLeave: () => void;
}

export function MemoPane({ memo, isGone, canWrite, isNew, onRemove, onLeave }: Props) {
  const t = useTranslations("memos");
  if (!memo)
    return (
      <div className="memo-pane">
        <p className="quiet memo-choose">{isGone ? t("gone") : t("choose")}</p>
      </div>
    );
  return (
    <article className="memo-pane" aria-label={memo.title}>
      <div className="memo-sheet">
        <MemoFacts memo={memo} canWrite={canWrite} onRemove={onRemove} />
        {canWrite ? (
          <MemoEditor key={memo.id} memo={memo} isNew={isNew} onLeave={onLeave} />
        ) : (
          <>
            <h2 className="memo-title">{memo.title}</h2>
            <p className="reading memo-read">{memo.text}</p>
          </>
        )}
      </div>
    </article>
  );
}
