/** Which coders' codings are shown, and whether side by side. */

import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslations } from "use-intl";
import { Button } from "../../components/Button";
import { useDesk } from "../../store/desk";

interface Props {
  coders: readonly { id: string; name: string; codings: number; isShown: boolean }[];
  isSideBySide: boolean;
  onSideBySide: (isSideBySide: boolean) => void;
}

export function CodersMenu({ coders, isSideBySide, onSideBySide }: Props) {
  const t = useTranslations("read.coders");
  const { codersHidden, set } = useDesk();
  if (coders.length === 0) return null;
  const shown = coders.filter((coder) => coder.isShown).map(({ name }) => name);
  const names =
    shown.length === 0
      ? t("none")
      : shown.length === coders.length && coders.length > 3
        ? t("all")
        : shown.join(", ");
  const toggle = (id: string) =>
    set({
      codersHidden: codersHidden.includes(id)
        ? codersHidden.filter((each) => each !== id)
        : [...codersHidden, id],
    });
  return (
    <DialogTrigger>
      <Button size="small">{t("button", { names })}</Button>
      <Popover placement="bottom end">
        <Dialog className="read-coders" aria-label={t("menu")}>
          {coders.map((coder) => (
            <label key={coder.id} className="read-check">
              <input type="checkbox" checked={coder.isShown} onChange={() => toggle(coder.id)} />
              <span>
                {coder.name}
                <small>{t("codings", { count: coder.codings })}</small>
              </span>
            </label>
          ))}
          {coders.length > 1 ? (
            <label className="read-check read-check-apart">
              <input
                type="checkbox"
                checked={isSideBySide}
                onChange={(event) => onSideBySide(event.target.checked)}
              />
              <span>
                {t("sideBySide")}
                <small>{t("sideBySideHint")}</small>
              </span>
            </label>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
