import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CodePicker } from "../../components/CodePicker";
import { Dialog } from "../../components/Dialog";
import { useCodes } from "../../store/codes";
import { useDesk } from "../../store/desk";
import { useSearchActs } from "../../store/search";

interface Props {
  question: string;
  /** How many passages answer; null while not every text was looked into. */
  total: number | null;
  onClose: () => void;
}

/** One code for everything that was found: which, then how many, then done in one step. */
export function CodeAllDialog({ question, total, onClose }: Props) {
  const t = useTranslations("search.code");
  const common = useTranslations("common.dialog");
  const { data: codes } = useCodes();
  const { lastCodes, useCode: remember } = useDesk();
  const { codeAll } = useSearchActs();
  const [picked, setPicked] = useState<string | null>(null);
  const [isCoding, setCoding] = useState(false);
  const code = codes?.codes.find(({ id }) => id === picked);

  const doIt = async () => {
    if (!code) return;
    setCoding(true);
    const saved = await codeAll(question, code.id);
    setCoding(false);
    if (!saved) return;
    remember(code.id);
    onClose();
  };
  return (
    <Dialog
      title={t("title")}
      size="small"
      onClose={onClose}
      footer={
        code ? (
          <>
            <Button onPress={() => setPicked(null)}>{t("another")}</Button>
            <Button kind="main" autoFocus isDisabled={isCoding} onPress={() => void doIt()}>
              {t("do", { total: total ?? 0 })}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{common("cancel")}</Button>
        )
      }
    >
      <p className="search-question">{question}</p>
      {code ? (
        <>
          <p>{total === null ? t("willAll", { code: code.name }) : t("will", { total, code: code.name })}</p>
          <p className="quiet">{t("undo")}</p>
        </>
      ) : (
        <>
          <p>{t("pick")}</p>
          <div className="search-picker">
            <CodePicker codes={codes?.codes ?? []} lastUsed={lastCodes} onPick={setPicked} onClose={onClose} />
          </div>
        </>
      )}
    </Dialog>
  );
}
