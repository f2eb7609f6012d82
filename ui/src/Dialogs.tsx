import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import { FindingsAtHand } from "./FindingsAtHand";
import { Button } from "./components/Button";
import { Dialog } from "./components/Dialog";
import { KeysDialog } from "./components/KeysDialog";
import { Palette } from "./components/Palette";
import { Toasts } from "./components/Toasts";
import { address } from "./services/address";
import { wordsOf } from "./services/outbox";
import type { Refused } from "./services/outbox";
import { useAllActions } from "./store/actions";
import { dismissRefused, useIsShutOut, useOutgoing } from "./store/connection";
import { useDesk } from "./store/desk";
import { useGo } from "./store/desk-actions";
import { useUndoing } from "./store/history";
import { useReachable } from "./store/palette";

/** What lies over the desk: messages, the palette, the keys, and what could not be stored. */
export function Dialogs() {
  const { toasts, putAway, isPaletteOpen, isKeysOpen, set } = useDesk();
  const { undo } = useUndoing();
  const actions = useAllActions();
  const isShutOut = useIsShutOut();
  const undoOne = useCallback((operation: string) => void undo(operation), [undo]);
  return (
    <>
      <Toasts toasts={toasts} onClose={putAway} onUndo={undoOne} />
      {isPaletteOpen ? <OpenPalette /> : null}
      <FindingsAtHand />
      {isKeysOpen ? <KeysDialog actions={actions} onClose={() => set({ isKeysOpen: false })} /> : null}
      <RefusedChanges />
      {isShutOut ? <ShutOut /> : null}
    </>
  );
}

function OpenPalette() {
  const reachable = useReachable();
  const go = useGo();
  const { set } = useDesk.getState();
  const search = useCallback((words: string) => go(address("/search", { q: words })), [go]);
  const close = useCallback(() => set({ isPaletteOpen: false }), [set]);
  return <Palette reachable={reachable} onClose={close} onSearch={search} />;
}

/** Changes that waited for the connection and were then refused: what was typed is kept here. */
function RefusedChanges() {
  const t = useTranslations("common");
  const { refused } = useOutgoing();
  const [isLater, setLater] = useState(0);
  const first = refused[0];
  if (!first || refused.length <= isLater) return null;
  return <OneRefused key={first.intent} change={first} onLater={() => setLater(refused.length)} title={t("failure.keptTitle")} />;
}

function OneRefused({ change, onLater, title }: { change: Refused; onLater: () => void; title: string }) {
  const t = useTranslations("common");
  const [isCopied, setCopied] = useState(false);
  const words = wordsOf(change).join("\n\n");
  const { sentence, hint } = change.failure;
  return (
    <Dialog
      title={title}
      onClose={onLater}
      footer={
        <>
          {words ? (
            <Button onPress={() => void navigator.clipboard.writeText(words).then(() => setCopied(true))}>
              {isCopied ? t("failure.copied") : t("failure.copy")}
            </Button>
          ) : null}
          <Button kind="main" onPress={() => dismissRefused(change.intent)}>
            {t("failure.putAway")}
          </Button>
        </>
      }
    >
      <p>{t("failure.refused", { sentence: sentence || t("failure.unknown", { status: "" }) })}</p>
      {hint ? <p className="quiet">{hint}</p> : null}
      {words ? (
        <>
          <p className="kept-words">{words}</p>
          <p className="quiet small">{t("failure.keptHint")}</p>
        </>
      ) : null}
    </Dialog>
  );
}

function ShutOut() {
  const t = useTranslations("common.shutOut");
  const { waiting } = useOutgoing();
  useEffect(() => {
    document.title = `${t("title")} · crosscase`;
  }, [t]);
  return (
    <Dialog title={t("title")} isAlert onClose={() => window.location.reload()}>
      <p>{t("text")}</p>
      <p>
        <code>crosscase open</code>
      </p>
      {waiting.length > 0 ? <p>{t("kept", { count: waiting.length })}</p> : null}
    </Dialog>
  );
}
