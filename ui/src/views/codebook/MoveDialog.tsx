import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Select } from "../../components/Select";
import type { CodeRow } from "../../services/shapes";
import { useCodeActs } from "../../store/codes";
import { childrenOf, withBelow } from "./code-tree";
import { ParentSelect } from "./ParentSelect";

interface Props {
  code: CodeRow;
  codes: readonly CodeRow[];
  onClose: () => void;
}

/** Where a code goes, chosen by keyboard. */
export function MoveDialog({ code, codes, onClose }: Props) {
  const t = useTranslations("codebook.move");
  const common = useTranslations("common.dialog");
  const { move } = useCodeActs();
  const [parent, setParent] = useState(code.parent);
  const [before, setBefore] = useState("");
  const own = withBelow(codes, code.id);
  const siblings = childrenOf(codes, parent).filter(({ id }) => id !== code.id);
  const top = codes.find(({ id }) => id === parent)?.name;
  const save = async () => {
    if (await move(code.id, { parent, before: before || null })) onClose();
  };
  return (
    <Dialog
      title={t("title", { name: code.name })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" onPress={() => void save()}>
            {t("move")}
          </Button>
        </>
      }
    >
      <div className="code-form">
        <ParentSelect
          codes={codes}
          parent={parent}
          without={own}
          onChange={(chosen) => {
            setParent(chosen);
            setBefore("");
          }}
        />
        <Select
          label={t("place")}
          value={before}
          onChange={setBefore}
          options={[
            { value: "", label: t("last") },
            ...siblings.map(({ id, name }) => ({ value: id, label: t("before", { name }) })),
          ]}
        />
        <p className="quiet small">
          {t("preview", { below: own.size - 1, parent: top ?? "", isTop: String(top === undefined) })}
        </p>
      </div>
    </Dialog>
  );
}
