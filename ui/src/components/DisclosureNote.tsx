import { Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { useTranslations } from "use-intl";

import type { DisclosureReport, ExportCheck } from "../services/shapes";
import { Button, IconButton } from "./Button";
import { KeysHeld } from "./Dialog";
import { DisclosureRisks } from "./DisclosureRisks";
import { ErrorNote } from "./ErrorNote";
import { Icon } from "./Icon";
import { Loading } from "./Progress";
import { noteOf } from "./disclosure-risks";
import "./disclosure-note.css";

interface Props {
  check: ExportCheck | undefined;
  /** The whole check, once it is asked for. */
  report: DisclosureReport | undefined;
  error: unknown;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Where there is little room. */
  isShort?: boolean;
}

/** How many of the quotes here would tell who spoke; pressed, why, and what helps. */
export function DisclosureNote({ check, report, error, isOpen, onOpenChange, isShort = false }: Props) {
  const t = useTranslations("common.disclosure");
  const note = noteOf(check);
  if (!check || !note) return null;
  const { kind, count, quotes } = note;
  const whole = t(kind, { count, quotes });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <span className="disclosure-note no-print">
        <Button size="small" kind="plain">
          <span>{isShort ? t(`${kind}Short`, { count, quotes }) : whole}</span>
          <Icon name="down" />
        </Button>
      </span>
      <Popover placement="bottom end">
        <Dialog className="disclosure">
          {({ close }) => (
            <>
              <KeysHeld />
              <div className="disclosure-head">
                <Heading slot="title">{t("title")}</Heading>
                <Shut onPress={close} />
              </div>
              {/* It scrolls: keys reach it. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <div className="disclosure-body" role="region" aria-label={whole} tabIndex={0}>
                {check.is_refused ? <p className="disclosure-refused">{t("refused")}</p> : null}
                {error && !report ? <ErrorNote error={error} /> : null}
                {!report && !error ? <Loading /> : null}
                {report ? <DisclosureRisks report={report} /> : null}
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Shut({ onPress }: { onPress: () => void }) {
  const t = useTranslations("common.dialog");
  return (
    <IconButton label={t("close")} onPress={onPress}>
      <Icon name="close" />
    </IconButton>
  );
}
