/** What a memo is, and what it hangs on: each a click away. */
import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import { Menu } from "../../components/Menu";
import { Select } from "../../components/Select";
import { addressOf, sourceAddress } from "../../services/address";
import type { MemoRow } from "../../services/shapes";
import { useCoding } from "../../store/codings";
import { useMemoActs } from "../../store/memos";
import { ThingDialog } from "./ThingDialog";
import { KINDS } from "./memo-filter";

interface Props {
  memo: MemoRow;
  canWrite: boolean;
  onRemove: () => void;
}

export function MemoFacts({ memo, canWrite, onRemove }: Props) {
  const t = useTranslations("memos");
  const { change } = useMemoActs();
  const [isHanging, setHanging] = useState(false);
  const { about } = memo;
  const was = { about: about?.id ?? null };
  return (
    <div className="memo-facts">
      <div className="memo-facts-line">
        {canWrite ? (
          <Select
            label={t("facts.kind")}
            isLabelUnseen
            value={memo.kind}
            onChange={(kind) => void change(memo.id, { kind }, { quiet: true })}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        ) : (
          <span>{t(`kind.${memo.kind}`)}</span>
        )}
        <span className="quiet small">
          {memo.author ? `${memo.author}, ` : ""}
          <DateText at={memo.begun_ms} />
        </span>
        <span className="spacer" />
        {canWrite ? (
          <Menu
            label={t("facts.more")}
            choices={[
              { id: "hang", label: about ? t("hang.elsewhere") : t("hang.on"), run: () => setHanging(true) },
              { id: "off", label: t("hang.off"), isDisabled: !about && !memo.passage, run: () => void change(memo.id, { about: null, was }) },
              { id: "remove", label: t("act.remove"), keys: "Delete", isDanger: true, hasLine: true, run: onRemove },
            ]}
          >
            <IconButton label={t("facts.more")}>
              <Icon name="more" />
            </IconButton>
          </Menu>
        ) : null}
      </div>
      <p className="memo-about">
        {about ? <About about={about} /> : <span className="quiet">{t("facts.nothing")}</span>}
        {canWrite && !about ? (
          <Button size="small" kind="plain" onPress={() => setHanging(true)}>
            {t("hang.on")}
          </Button>
        ) : null}
      </p>
      {memo.passage ? (
        <blockquote className="memo-passage">
          <p>{memo.passage.text || t("facts.wordsGone")}</p>
          <Link to={sourceAddress(memo.passage.source_id, memo.passage)}>{t("facts.goTo", { source: memo.passage.source })}</Link>
        </blockquote>
      ) : null}
      {isHanging ? (
        <ThingDialog
          title={t("hang.title")}
          onClose={() => setHanging(false)}
          onPick={({ id }) => {
            setHanging(false);
            void change(memo.id, { about: id, was });
          }}
        />
      ) : null}
    </div>
  );
}

function About({ about }: { about: NonNullable<MemoRow["about"]> }) {
  const t = useTranslations("memos.facts");
  // A coding is looked at where it stands.
  const { data: coding } = useCoding(about.kind === "coding" ? about.id : null);
  const to = coding ? sourceAddress(coding.source_id, coding, coding.id) : addressOf(about.kind, about.id);
  return (
    <span>
      {t("about", { kind: about.kind })} <Link to={to}>{about.name}</Link>
    </span>
  );
}
