import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Select } from "../../components/Select";
import type { GuideTopic, TurnTopic } from "../../services/shapes";

interface Props {
  turn: TurnTopic;
  topics: readonly GuideTopic[];
  row: number;
  isInHand: boolean;
  canWrite: boolean;
  onFocus: () => void;
  onConfirm: (topic: string) => void;
  onReject: () => void;
  onTakeBack: () => void;
  onJudge: (answer: string | null) => void;
}

/** One turn with what it was on; in hand it can be said, or said otherwise. */
export function TurnTopicRow(props: Props) {
  const { turn, row, isInHand, canWrite, onFocus } = props;
  const t = useTranslations("fieldwork.guides");
  const standing = turn.standing as "confirmed" | "rejected" | "suggested" | null;
  return (
    <li className={isInHand ? "in-hand" : undefined}>
      <button
        type="button"
        className="fw-turn"
        data-row={row}
        tabIndex={isInHand ? 0 : -1}
        aria-current={isInHand ? "true" : undefined}
        onFocus={onFocus}
        onClick={onFocus}
      >
        <span className="quiet small">
          {turn.turn} {turn.speaker}
        </span>
        <span className="fw-turn-words">{turn.text}</span>
        <span className={`fw-turn-topic ${standing ?? "open"}`}>
          {turn.topic_name ? <b>{turn.topic_name}</b> : <span className="quiet">{t("noTopic")}</span>}
          {standing ? (
            <span className="small">
              {t(`said.${standing}`)}
              {turn.answer ? `, ${t(turn.answer === "answered" ? "judged.answered" : "judged.noAnswer")}` : ""}
            </span>
          ) : null}
        </span>
      </button>
      {isInHand && canWrite ? <TurnActs {...props} standing={standing} /> : null}
    </li>
  );
}

function TurnActs({ turn, topics, standing, onConfirm, onReject, onTakeBack, onJudge }: Props & { standing: string | null }) {
  const t = useTranslations("fieldwork.guides");
  const { topic } = turn;
  return (
    <div className="fw-turn-acts no-print">
      {topic && standing !== "confirmed" ? (
        <Button size="small" onPress={() => onConfirm(topic)}>
          {t("act.confirm")}
        </Button>
      ) : null}
      {topic && standing === "suggested" ? (
        <Button size="small" onPress={onReject}>
          {t("act.reject")}
        </Button>
      ) : null}
      {turn.link ? (
        <Button size="small" onPress={onTakeBack}>
          {t("act.takeBack")}
        </Button>
      ) : null}
      <Select
        label={t(topic ? "orOn" : "wasOn")}
        value=""
        options={[
          { value: "", label: t("chooseTopic") },
          ...topics.filter(({ key }) => key !== topic).map((each) => ({ value: each.key, label: each.topic })),
        ]}
        onChange={(key) => {
          if (key) onConfirm(key);
        }}
      />
      {standing === "confirmed" ? (
        <Select
          label={t("judged.label")}
          value={turn.answer ?? ""}
          options={[
            { value: "", label: t("judged.read") },
            { value: "answered", label: t("judged.answered") },
            { value: "no answer", label: t("judged.noAnswer") },
          ]}
          onChange={(answer) => onJudge(answer || null)}
        />
      ) : null}
    </div>
  );
}
