import { useTranslations } from "use-intl";
import { useLocation } from "wouter";

import { Kbd } from "./components/Kbd";
import { Rail } from "./components/Rail";
import { Settings } from "./components/Settings";
import { useIsConnected, useIsShutOut, useOthersHere, useOutgoing } from "./store/connection";
import { useDesk } from "./store/desk";
import { VIEWS } from "./store/desk-actions";
import type { ViewId } from "./store/desk-actions";
import { leaveStudy } from "./store/shelf";
import { useStudy } from "./store/study";

/** The rail of this study. */
export function DeskRail() {
  const t = useTranslations("common.rail");
  const [path] = useLocation();
  const { data: study } = useStudy();
  const { set } = useDesk.getState();
  const counts = study?.counts;
  const countOf: Partial<Record<ViewId, number | undefined>> = {
    sources: counts?.sources,
    codebook: counts?.codes,
    cases: counts?.cases,
    memos: counts?.memos,
  };
  return (
    <Rail
      label={t("label")}
      title={study?.title ?? ""}
      subtitle={counts ? t("scale", { interviewed: counts.interviewed, sources: counts.sources }) : ""}
      items={VIEWS.map(({ id, path: to }) => ({
        to,
        label: t(id),
        count: countOf[id] ?? null,
        isCurrent: to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`),
      }))}
    >
      <SavedState isReadOnly={study?.read_only ?? false} />
      <OthersHere />
      <div className="rail-line">
        <button
          type="button"
          className="rail-find"
          onClick={() => set({ isPaletteOpen: true })}
        >
          <Kbd keys="Mod+k" /> <span className="unseen">{t("openPalette")}:</span> {t("anything")}
        </button>
        <Settings onLeave={() => void leaveStudy()} />
      </div>
    </Rail>
  );
}

function SavedState({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useTranslations("common.rail");
  const isConnected = useIsConnected();
  const isShutOut = useIsShutOut();
  const waiting = useOutgoing().waiting.length;
  const isSaving = useDesk((desk) => desk.saving > 0);
  const busy = useDesk((desk) => desk.busy);
  const isWrong = !isConnected || waiting > 0;
  let text = t("saved");
  if (waiting > 0) text = isConnected && !isShutOut ? t("sending", { count: waiting }) : t("waiting", { count: waiting });
  else if (!isConnected) text = t("notConnected");
  else if (busy !== null && isSaving) text = t("busy");
  else if (isSaving) text = t("saving");
  else if (isReadOnly) text = t("readOnly");
  return (
    <p role="status" className={isWrong ? "warn" : undefined}>
      {text}
    </p>
  );
}

function OthersHere() {
  const t = useTranslations("common.rail");
  const count = useOthersHere();
  return count > 0 ? <p>{t("others", { count })}</p> : null;
}
