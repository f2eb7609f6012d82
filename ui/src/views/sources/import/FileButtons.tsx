import { useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { visibleFiles } from "../../../services/dropped-files";

interface Props {
  onFiles: (files: File[]) => void;
  /** The dialog begins here. */
  isFirst?: boolean;
}

/** Files or a folder by the browser's own chooser. */
export function FileButtons({ onFiles, isFirst = false }: Props) {
  const t = useTranslations("sources.import");
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (field: HTMLInputElement) => {
    const chosen = visibleFiles(field.files ?? []);
    field.value = "";
    if (chosen.length > 0) onFiles(chosen);
  };
  const shared = { type: "file", multiple: true, hidden: true } as const;
  return (
    <>
      <input {...shared} ref={files} aria-label={t("files")} onChange={(event) => take(event.target)} />
      <input
        {...shared}
        {...{ webkitdirectory: "" }}
        ref={folder}
        aria-label={t("folder")}
        onChange={(event) => take(event.target)}
      />
      <Button
        kind={isFirst ? "main" : "quiet"}
        size={isFirst ? "normal" : "small"}
        autoFocus={isFirst}
        onPress={() => files.current?.click()}
      >
        {isFirst ? t("files") : t("moreFiles")}
      </Button>
      {isFirst ? <Button onPress={() => folder.current?.click()}>{t("folder")}</Button> : null}
    </>
  );
}
