import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { address, addressOf } from "../../services/address";
import type { CodeRow } from "../../services/shapes";
import { useMemos } from "../../store/memos";

/** What was noted on a code. */
export function CodeMemos({ code, canWrite }: { code: CodeRow; canWrite: boolean }) {
  const t = useTranslations("codebook.memos");
  const { data } = useMemos({ about: code.id });
  if (!data) return <Loading />;
  return (
    <div className="code-memos">
      {data.rows.length === 0 ? <p className="quiet">{t("none")}</p> : null}
      <ul>
        {data.rows.map(({ id, title, text, author, changed_ms }) => (
          <li key={id}>
            <Link to={addressOf("memo", id)}>{title}</Link>
            <p className="code-memo-text">{text}</p>
            <p className="quiet small">
              {author}
              {author ? ", " : null}
              <DateText at={changed_ms} />
            </p>
          </li>
        ))}
      </ul>
      {canWrite ? <Link to={address("/memos", { new: "memo", about: code.id })}>{t("new")}</Link> : null}
    </div>
  );
}
