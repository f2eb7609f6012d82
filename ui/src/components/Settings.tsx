import { DialogTrigger, Dialog, Popover } from "react-aria-components";
import { useTranslations } from "use-intl";

import { LANGUAGES } from "../messages";
import type { Language } from "../messages";
import { useDesk } from "../store/desk";
import type { Theme } from "../store/desk";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import { Select } from "./Select";
import "./settings.css";

/** Light or dark, the language, and the way to another study. */
export function Settings({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations("common");
  const { theme, language, set } = useDesk();
  return (
    <DialogTrigger>
      <IconButton label={t("rail.settings")}>
        <Icon name="settings" />
      </IconButton>
      <Popover placement="top start">
        <Dialog className="settings" aria-label={t("settings.title")}>
          <Select<Theme>
            label={t("settings.theme")}
            value={theme}
            onChange={(value) => set({ theme: value })}
            options={[
              { value: "auto", label: t("settings.auto") },
              { value: "light", label: t("settings.light") },
              { value: "dark", label: t("settings.dark") },
            ]}
          />
          <Select<Language>
            label={t("settings.language")}
            value={language}
            onChange={(value) => set({ language: value })}
            options={Object.entries(LANGUAGES).map(([value, label]) => ({
              value: value as Language,
              label,
            }))}
          />
          {onLeave ? <Button onPress={onLeave}>{t("action.shelf")}</Button> : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
