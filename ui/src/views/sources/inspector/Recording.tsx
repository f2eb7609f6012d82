import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { Progress } from "../../../components/Progress";
import type { SourceRow } from "../../../services/shapes";
import { mediaAddress, useSourceActs } from "../../../store/sources";

/** The audio or video beside a transcript. */
export function Recording({ row, canWrite }: { row: SourceRow; canWrite: boolean }) {
  const t = useTranslations("sources.one");
  const { addMedia, removeMedia } = useSourceActs();
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  if (row.kind === "pdf" || row.kind === "picture") return null;

  const send = async (file: File) => {
    setSent({ done: 0, total: file.size });
    try {
      await addMedia(row.id, file, { onProgress: (done, total) => setSent({ done, total }) });
    } finally {
      setSent(null);
    }
  };
  const player = {
    className: "one-source-player no-print",
    "aria-label": t("play", { source: row.name }),
    controls: true,
    preload: "none",
    src: mediaAddress(row.id),
  } as const;

  return (
    <>
      <h3>{t("recording")}</h3>
      {/* Its words are the transcript itself. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      {row.media ? row.kind === "video" ? <video {...player} /> : <audio {...player} /> : null}
      {!row.media && !sent ? <p className="quiet small">{t("noRecording")}</p> : null}
      {sent ? (
        <p className="quiet small" role="status">
          {t("sendingRecording")} <Progress {...sent} label={t("sendingRecording")} />
        </p>
      ) : null}
      {canWrite && !sent ? (
        <p className="row no-print">
          <input
            ref={field}
            type="file"
            accept="audio/*,video/*"
            hidden
            aria-label={t("addRecording")}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void send(file);
              target.value = "";
            }}
          />
          <Button size="small" onPress={() => field.current?.click()}>
            {row.media ? t("otherRecording") : t("addRecording")}
          </Button>
          {row.media ? (
            <Button size="small" kind="plain" onPress={() => void removeMedia(row.id)}>
              {t("removeRecording")}
            </Button>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
