/** The memos, one under another; arrows go through them, Enter goes into the text. */
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from "react-aria-components";
import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import type { MemoRow } from "../../services/shapes";
import { firstLine } from "./memo-filter";

const ROW = 88;

interface Props {
  memos: readonly MemoRow[];
  chosen: string | null;
  onChoose: (memo: string) => void;
  onOpen: () => void;
}

export function MemoList({ memos, chosen, onChoose, onOpen }: Props) {
  const t = useTranslations("memos");
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
      <ListBox
        aria-label={t("list.label")}
        className="memo-list"
        items={memos}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        onAction={onOpen}
        renderEmptyState={() => <p className="quiet memo-none">{t("list.none")}</p>}
      >
        {(memo) => (
          <ListBoxItem id={memo.id} textValue={memo.title} className="memo-row">
            <span className="memo-row-title">{memo.title}</span>
            <span className="memo-row-line">{firstLine(memo.text) || t("list.noText")}</span>
            <span className="memo-row-foot">
              {t(`kind.${memo.kind}`)}
              {memo.author ? `, ${memo.author}` : ""}, <DateText at={memo.changed_ms} />
              {memo.about ? <span className="memo-row-about">{memo.about.name}</span> : null}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
