import { useFormatter, useTranslations } from "use-intl";
import { useLocation, useSearch } from "wouter";

import { Banner } from "./components/Banner";
import { Button } from "./components/Button";
import { withoutAsOf } from "./services/address";
import { useAsOf } from "./store/asking";
import { useDesk } from "./store/desk";
import { useOperation } from "./store/history";
import { useStudy } from "./store/study";

type BusyWith = "import" | "recording";

const BUSY_WITH = new Set<string>(["import", "recording"] satisfies BusyWith[]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OPERATION = /^[0-9a-f-]{4,36}:\d+$/i;
const DATE = { day: "numeric", month: "long", year: "numeric" } as const;

/** What holds for every view: an earlier moment, reading only, an import that goes on. */
export function DeskBanners() {
  const t = useTranslations("common");
  const asOf = useAsOf();
  const { data: study } = useStudy();
  const busy = useDesk((desk) => desk.busy);

  if (asOf !== null) return <EarlierBanner asOf={asOf} />;
  if (study?.read_only) return <Banner>{t("banner.readOnly")}</Banner>;
  if (busy !== null) return <Banner>{t(BUSY_WITH.has(busy) ? `banner.busy.${busy as BusyWith}` : "banner.busy.long")}</Banner>;
  return study?.place_warning ? <Banner tone="warn">{study.place_warning}</Banner> : null;
}

/** Which moment is shown, how exactly, and the way back. */
function EarlierBanner({ asOf }: { asOf: string }) {
  const t = useTranslations("common.banner");
  const format = useFormatter();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { data: operation } = useOperation(OPERATION.test(asOf) ? asOf : null);
  const isDay = DAY.test(asOf);
  let said = t("asOfState");
  if (isDay) said = t("asOfDay", { day: format.dateTime(new Date(`${asOf}T12:00`), DATE) });
  else if (operation)
    said = t("asOfOperation", {
      when: format.dateTime(new Date(operation.wall_ms), { ...DATE, hour: "2-digit", minute: "2-digit" }),
      person: operation.person ?? t("asOfSomebody"),
      sentence: operation.sentence,
    });
  return (
    <Banner
      tone="warn"
      action={
        <Button size="small" onPress={() => navigate(withoutAsOf(`${path}?${search}`))}>
          {t("backToNow")}
        </Button>
      }
    >
      {said} <span className="quiet">{t(isDay ? "approximate" : "exact")}</span>
    </Banner>
  );
}
