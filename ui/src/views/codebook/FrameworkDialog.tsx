import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Loading } from "../../components/Progress";
import { useFrameworks, useStudyActs } from "../../store/study";

/** The frameworks that come with crosscase, each with whose it is. */
export function FrameworkDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("codebook.frameworks");
  const common = useTranslations("common.dialog");
  const { data } = useFrameworks();
  const { addFramework } = useStudyActs();
  const [adding, setAdding] = useState<string | null>(null);
  const added = new Set(data?.added.map(({ name }) => name));
  const add = async (name: string) => {
    setAdding(name);
    const saved = await addFramework(name);
    setAdding(null);
    if (saved) onClose();
  };
  return (
    <Dialog title={t("title")} onClose={onClose} footer={<Button onPress={onClose}>{common("close")}</Button>}>
      <p>{t("text")}</p>
      {data ? null : <Loading />}
      <ul className="frameworks">
        {data?.available.map(({ name, title, description, citation, codes }) => (
          <li key={name}>
            <div>
              <h3>{title ?? name}</h3>
              <p>{description}</p>
              <p className="quiet small">{citation}</p>
              <p className="quiet small">{t("codes", { codes })}</p>
            </div>
            {added.has(title ?? name) ? (
              <span className="quiet">{t("added")}</span>
            ) : (
              <Button kind="main" size="small" isDisabled={adding !== null} onPress={() => void add(name)}>
                {t("add")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
