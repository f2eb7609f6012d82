import { Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { useFormatter, useTranslations } from "use-intl";

import type { DisclosureReport, ExportCheck } from "../services/shapes";
import { Button, IconButton } from "./Button";
import { KeysHeld } from "./Dialog";
import { ErrorNote } from "./ErrorNote";
import { Icon } from "./Icon";
import { Loading } from "./Progress";
import { noteOf, riskSections } from "./disclosure-risks";
import type { RemedyLine, RiskGroup, RiskLine } from "./disclosure-risks";
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
                {report ? <Found report={report} /> : null}
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

function Found({ report }: { report: DisclosureReport }) {
  const t = useTranslations("common.disclosure");
  const format = useFormatter();
  const sections = riskSections(report.risks);
  if (sections.length === 0) return <p className="quiet">{t("nothing")}</p>;
  const labels = format.list(report.by);
  return (
    <>
      <p className="quiet small">{labels ? t("printed", { labels, k: report.k }) : t("unprinted")}</p>
      {sections.map(({ word, groups }) => (
        <section key={word}>
          <h3>{t(`risk.${word}`)}</h3>
          {groups.map((group, index) => (
            <Group key={index} group={group} />
          ))}
        </section>
      ))}
      {report.notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
    </>
  );
}

function Group({ group: { lines, remedies } }: { group: RiskGroup }) {
  const t = useTranslations("common.disclosure");
  return (
    <div className="disclosure-group">
      <ul>
        {lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </ul>
      {remedies.length > 0 ? (
        <>
          <p className="disclosure-helps">{t("helps")}</p>
          <ol>
            {remedies.map((remedy) => (
              <Remedy key={`${remedy.word} ${remedy.label}`} remedy={remedy} />
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}

function Line({ line: { text, quotes, k } }: { line: RiskLine }) {
  const t = useTranslations("common.disclosure");
  return (
    <li>
      <span>{text || t("noLabel")}</span>
      {k === null ? null : <small>{t("lineShared", { quotes, k })}</small>}
    </li>
  );
}

function Remedy({ remedy: { word, label, k } }: { remedy: RemedyLine }) {
  const t = useTranslations("common.disclosure");
  return (
    <li>
      <span>{t(`remedy.${word}`, { label: label || t("noLabel") })}</span>
      {k === null ? null : <small>{t("reaches", { k })}</small>}
    </li>
  );
}
