import { useTranslations } from "use-intl";

import { Icon } from "../../../components/Icon";
import { Progress } from "../../../components/Progress";
import type { Import } from "../../../services/shapes";
import { sizeText } from "./size-text";

interface Props {
  job: Import | undefined;
  sent: { done: number; total: number } | null;
  /** How many files were sent. */
  count: number;
}

/** Files on their way to the desk, then being read one after another. */
export function OnTheWay({ job, sent, count }: Props) {
  const t = useTranslations("sources.import");
  if (sent && sent.done < sent.total)
    return (
      <div className="import-way" role="status">
        <p>{t("sending", { count })}</p>
        <Progress done={sent.done} total={sent.total} label={t("sending", { count })} />
        <p className="quiet small">{t("sent", { done: sizeText(sent.done), total: sizeText(sent.total) })}</p>
      </div>
    );
  const { done, total, current } = job ?? { done: 0, total: 0, current: null };
  return (
    <div className="import-way">
      <div role="status">
        <p>{current === null ? t("readingFirst") : t("reading", { name: current })}</p>
        <Progress done={done} total={total} label={t("readingFirst")} />
        {total > 0 ? <p className="quiet small">{t("read", { done, total })}</p> : null}
      </div>
      <ul className="import-read small">
        {job?.sources.map(({ index, name }) => (
          <li key={index}>
            <Icon name="check" /> {name}
          </li>
        ))}
        {job?.refused.map(({ name, sentence }) => (
          <li key={name} className="refused">
            <Icon name="close" /> {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
