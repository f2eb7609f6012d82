/** What is open over the text: the code picker, a memo, a decision. */

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "../../store/desk";
import { DecisionForm } from "./DecisionForm";
import { MemoForm } from "./MemoForm";
import { PassagePicker } from "./PassagePicker";
import { useReadingView } from "./reading-context";

export function OpenOver() {
  const t = useTranslations("read.told");
  const { open, place, codeInHand, acts, applyCode, isShown, you, transcript } = useReadingView();
  const show = useDesk((desk) => desk.show);
  const wasOpen = useRef(false);
  useEffect(() => {
    const isClosed = wasOpen.current && !open;
    wasOpen.current = open !== null;
    if (!isClosed) return;
    // A dialog first gives the focus back to where it was; then the text takes it.
    const frame = requestAnimationFrame(() => transcript.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [open, transcript]);
  if (!open) return null;
  if (open.what === "memo") return <MemoForm place={open.place} />;
  if (open.what === "decision") {
    return place && codeInHand ? (
      <DecisionForm decision={open.decision} code={codeInHand} place={place} />
    ) : null;
  }
  const { place: target, recode, box } = open;
  return (
    <PassagePicker
      place={target}
      recode={recode}
      box={box}
      onCode={(code) => {
        if (recode) void acts.recode([recode], code);
        else applyCode(code, target);
      }}
      onNew={(name) => {
        acts.codeAnew(target, { name, origin: "inductive" });
        if (!isShown(you)) show({ text: t("coderHidden") });
      }}
    />
  );
}
