import { useTranslations } from "use-intl";

import { Banner } from "../../../components/Banner";
import { Button } from "../../../components/Button";
import { useImportDesk } from "../../../store/import-desk";

/** An import whose dialog was closed before it was stored. */
export function WaitingImport({ onDiscard }: { onDiscard: () => void }) {
  const t = useTranslations("sources.waiting");
  const { isOpen, id, sent, isStoring, set } = useImportDesk();
  if (isOpen || isStoring || (id === null && sent === null)) return null;
  return (
    <Banner
      action={
        <>
          <Button size="small" onPress={() => set({ isOpen: true })}>
            {t("continue")}
          </Button>
          <Button size="small" kind="plain" onPress={onDiscard}>
            {t("discard")}
          </Button>
        </>
      }
    >
      {t("banner")}
    </Banner>
  );
}
