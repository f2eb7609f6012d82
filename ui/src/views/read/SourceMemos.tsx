/** What is noted on this source, each memo a click from its passage. */

import { useTranslations } from "use-intl";
import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import { useMemos } from "../../store/memos";
import { useReadingView } from "./reading-context";

export function SourceMemos() {
  const t = useTranslations("read.memos");
  const { source, transcript } = useReadingView();
  const { data } = useMemos({ source: source.id });
  const memos = data?.rows ?? [];
  return (
    <section>
      <h3>{t("heading")}</h3>
      {memos.length === 0 ? <p className="quiet small">{t("none")}</p> : null}
      <ul className="source-memos">
        {memos.map((memo) => (
          <li key={memo.id}>
            <Link to={addressOf("memo", memo.id)}>{memo.title}</Link>
            <p>{memo.text.slice(0, 140)}</p>
            <p className="row quiet small">
              <span>{t(`kinds.${memo.kind}`)}</span>
              <DateText at={memo.changed_ms} />
              {memo.passage ? (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    if (memo.passage) transcript.current?.select(memo.passage);
                    transcript.current?.focus();
                  }}
                >
                  {t("goTo")}
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
