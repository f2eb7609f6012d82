import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Field } from "../../components/Field";

interface Props {
  name: string;
  isBusy: boolean;
  onRename: (name: string) => Promise<boolean>;
}

/** Who works here, and the place to say it otherwise. */
export function Person({ name, isBusy, onRename }: Props) {
  const t = useTranslations("welcome.person");
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null)
    return (
      <p className="welcome-person">
        <span>{t.rich("you", { name, b: (words) => <strong>{words}</strong> })}</span>
        <Button size="small" kind="plain" onPress={() => setTyped(name)}>
          {t("change")}
        </Button>
      </p>
    );
  return (
    <form
      className="welcome-naming"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) void onRename(typed.trim()).then((isKept) => isKept && setTyped(null));
      }}
    >
      <Field label={t("label")} hint={t("hint")} value={typed} maxLength={200} autoComplete="name" onChange={setTyped} />
      <div className="row">
        <Button type="submit" isDisabled={isBusy || !typed.trim()}>
          {t("save")}
        </Button>
        <Button kind="plain" onPress={() => setTyped(null)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
