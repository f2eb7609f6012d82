import { useState } from "react";
import { useTranslations } from "use-intl";

import type { Clash } from "../store/changed-meanwhile";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Field } from "./Field";
import "./changed-meanwhile.css";

/** Two versions of one text: theirs beside yours, to choose or to put together. */
export function ChangedMeanwhile({ clash }: { clash: Clash }) {
  const t = useTranslations("common.meanwhile");
  const { label, theirs, choose } = clash;
  const [yours, setYours] = useState(clash.yours);
  return (
    <Dialog
      title={t("title", { label })}
      size="wide"
      onClose={() => choose(null)}
      footer={
        <>
          <Button onPress={() => choose(null)}>{t("goOn")}</Button>
          <Button onPress={() => choose(theirs)}>{t("keepTheirs")}</Button>
          <Button kind="main" onPress={() => choose(yours)}>
            {t("saveYours")}
          </Button>
        </>
      }
    >
      <p>{t("text")}</p>
      <div className="meanwhile">
        <section aria-label={t("theirs")}>
          <h3 className="label">{t("theirs")}</h3>
          <p className="meanwhile-theirs">{theirs || <span className="quiet">{t("empty")}</span>}</p>
        </section>
        <Field label={t("yours")} value={yours} onChange={setYours} rows={10} />
      </div>
    </Dialog>
  );
}
