/** While there are words that are not saved: leaving is asked about. They are kept all the same. */

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { askBeforeLeaving } from "../../services/leaving";
import type { Leave } from "../../services/leaving";

export function AskBeforeLeaving({ onAsk }: { onAsk?: () => void }) {
  const t = useTranslations("read.leaving");
  const [leave, setLeave] = useState<{ go: Leave } | null>(null);
  const asked = useRef(onAsk);
  useEffect(() => {
    asked.current = onAsk;
  });
  useEffect(
    () =>
      askBeforeLeaving((go) => {
        asked.current?.();
        setLeave({ go });
      }),
    [],
  );
  if (!leave) return null;
  const stay = () => setLeave(null);
  return (
    <Dialog
      title={t("title")}
      isAlert
      size="small"
      onClose={stay}
      footer={
        <>
          <Button onPress={leave.go}>{t("leave")}</Button>
          <Button kind="main" autoFocus onPress={stay}>
            {t("stay")}
          </Button>
        </>
      }
    >
      <p>{t("text")}</p>
    </Dialog>
  );
}
