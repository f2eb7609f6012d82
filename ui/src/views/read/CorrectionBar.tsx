/** Over the text while it is corrected: what was changed, and how to save or stop. */

import { useFormatter, useTranslations } from "use-intl";
import { Banner } from "../../components/Banner";
import { Button } from "../../components/Button";
import { Kbd } from "../../components/Kbd";
import { useActions } from "../../store/actions";
import type { CorrectionState } from "./use-correction";

export function CorrectionBar({ correction }: { correction: CorrectionState }) {
  const t = useTranslations("read.correcting");
  const format = useFormatter();
  const { isCorrecting, found, lines } = correction;
  useActions(
    isCorrecting
      ? [
          {
            id: "read.save-correction",
            title: t("save"),
            bar: t("save"),
            keys: ["Mod+Enter"],
            everywhere: true,
            run: () => void correction.preview(),
          },
        ]
      : [],
  );
  if (found) {
    const when = format.dateTime(new Date(found.at_ms), {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    return (
      <Banner
        tone="warn"
        action={
          <>
            <Button size="small" kind="main" onPress={correction.takeUp}>
              {t("draftTake")}
            </Button>
            <Button size="small" onPress={correction.dropFound}>
              {t("draftDrop")}
            </Button>
          </>
        }
      >
        {t("draftFound", { when })}
      </Banner>
    );
  }
  if (!isCorrecting) return null;
  return (
    <Banner
      action={
        <>
          <span className="quiet small">
            {t("changed", { count: lines })}
            {correction.isUnkept ? ` ${t("unkept")}` : ""}
          </span>
          <Button size="small" onPress={correction.stop}>
            {t("stop")}
          </Button>
          <Button size="small" kind="main" onPress={() => void correction.preview()}>
            {t("save")} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      {t("bar")}
    </Banner>
  );
}
