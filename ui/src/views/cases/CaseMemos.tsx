import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Field } from "../../components/Field";
import { Link } from "../../components/Link";
import { addressOf } from "../../services/address";
import type { CaseRow } from "../../services/shapes";
import { useMemoActs, useMemos } from "../../store/memos";

/** What is noted on a case. */
export function CaseMemos({ row, canWrite }: { row: CaseRow; canWrite: boolean }) {
  const t = useTranslations("cases.memos");
  const common = useTranslations("common.dialog");
  const { data } = useMemos({ about: row.id });
  const { add } = useMemoActs();
  const [title, setTitle] = useState<string | null>(null);
  const [text, setText] = useState("");
  const memos = data?.rows ?? [];
  const close = () => {
    setTitle(null);
    setText("");
  };
  const save = async () => {
    if (!title?.trim()) return;
    const saved = await add({ title: title.trim(), text: text.trim(), about: row.id });
    if (saved) close();
  };
  return (
    <section aria-labelledby="case-memos">
      <h3 id="case-memos">{t("title")}</h3>
      <ul className="case-memos">
        {memos.map((memo) => (
          <li key={memo.id}>
            <Link to={addressOf("memo", memo.id)}>{memo.title}</Link>
            <p className="quiet small">
              {memo.author} <DateText at={memo.changed_ms} />
            </p>
          </li>
        ))}
      </ul>
      {title === null ? (
        <>
          {memos.length === 0 ? <p className="quiet">{t("none")}</p> : null}
          {canWrite ? (
            <Button size="small" onPress={() => setTitle("")}>
              {t("write")}
            </Button>
          ) : null}
        </>
      ) : (
        <form
          className="case-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Field label={t("memoTitle")} value={title} onChange={setTitle} isRequired autoFocus />
          <Field label={t("text")} value={text} onChange={setText} rows={4} />
          <div className="row">
            <Button kind="main" size="small" type="submit" isDisabled={title.trim() === ""}>
              {common("save")}
            </Button>
            <Button size="small" onPress={close}>
              {common("cancel")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
