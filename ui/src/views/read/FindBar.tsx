/** Ctrl F: words found in this text, wherever they stand in it. */

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { useReadingView } from "./reading-context";

export function FindBar({ onClose }: { onClose: () => void }) {
  const t = useTranslations("read.find");
  const { transcript } = useReadingView();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [found, setFound] = useState({ at: -1, of: 0 });

  useEffect(() => {
    const handle = transcript;
    return () => {
      handle.current?.find("");
    };
  }, [transcript]);

  const look = (next: string) => {
    setWords(next);
    setFound({ at: -1, of: transcript.current?.find(next) ?? 0 });
  };
  const go = (forward: boolean) => {
    const next = transcript.current?.findNext(forward);
    if (next) setFound(next);
    field.current?.focus();
  };
  const close = () => {
    onClose();
    transcript.current?.focus();
  };
  return (
    <div className="find-bar" role="search">
      <input
        ref={field}
        className="input"
        aria-label={t("label")}
        placeholder={t("label")}
        value={words}
        autoFocus
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") go(!event.shiftKey);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
        }}
      />
      <span className="quiet small" role="status">
        {words.trim() === ""
          ? ""
          : found.at < 0
            ? t("counted", { of: found.of })
            : t("count", { at: found.at + 1, of: found.of })}
      </span>
      <IconButton label={t("before")} onPress={() => go(false)}>
        <span className="turned-up">
          <Icon name="down" />
        </span>
      </IconButton>
      <IconButton label={t("next")} onPress={() => go(true)}>
        <Icon name="down" />
      </IconButton>
      <IconButton label={t("close")} onPress={close}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}
