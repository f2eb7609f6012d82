import { useRef, useState } from "react";
import type { SyntheticEvent } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { Loading } from "../../components/Progress";
import { Settings } from "../../components/Settings";
import { useShelf, useShelfActs } from "../../store/shelf";
import { Person } from "./Person";
import { StudyList } from "./StudyList";
import { useTitle } from "./use-title";
import "./welcome.css";

/** Before a study is open: the ones there are, a new one, and who works here. */
export default function Welcome() {
  const t = useTranslations("welcome");
  const { data: shelf, error, refetch } = useShelf();
  const { make, open, rename, failure, isBusy } = useShelfActs();
  const [title, setTitle] = useState("");
  const [typedName, setTypedName] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  useTitle(t("title"));

  if (!shelf)
    return <main className="welcome">{error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : <Loading />}</main>;

  const name = (typedName ?? shelf.person ?? "").trim();
  const isNameless = !shelf.is_person_known && name === "";
  const named = shelf.is_person_known ? null : name; // what is known need not be kept again
  const enter = (act: () => Promise<unknown>) => {
    setAsked(isNameless);
    if (isNameless) nameField.current?.focus();
    else void act();
  };
  const begin = (event: SyntheticEvent) => {
    event.preventDefault();
    if (title.trim()) enter(() => make(title.trim(), named));
  };
  const isFirst = shelf.studies.length === 0;

  return (
    <main className="welcome">
      {isFirst ? null : <p className="welcome-mark">crosscase</p>}
      <h1>{t(isFirst ? "welcome" : "which")}</h1>
      {isFirst ? <p className="welcome-intro">{t("intro")}</p> : null}
      {shelf.is_person_known ? (
        <Person name={shelf.person ?? ""} isBusy={isBusy} onRename={rename} />
      ) : (
        <Field
          ref={nameField}
          label={t("person.label")}
          hint={t("person.hint")}
          error={isAsked && isNameless ? t("person.needed") : null}
          value={typedName ?? shelf.person ?? ""}
          maxLength={200}
          autoComplete="name"
          onChange={setTypedName}
        />
      )}
      {failure ? <ErrorNote error={failure} /> : null}
      {isFirst ? null : (
        <StudyList studies={shelf.studies} folder={shelf.folder} isBusy={isBusy} onOpen={(id) => enter(() => open(id, named))} />
      )}
      <form className="welcome-new" onSubmit={begin}>
        <h2>{t(isFirst ? "new.first" : "new.title")}</h2>
        <Field
          label={t("new.label")}
          placeholder={t("new.placeholder")}
          hint={t("new.hint", { folder: shelf.folder })}
          value={title}
          maxLength={500}
          onChange={setTitle}
        />
        <Button type="submit" kind={isFirst ? "main" : "quiet"} isDisabled={isBusy || !title.trim()}>
          {t("new.make")}
        </Button>
      </form>
      <div className="welcome-settings">
        <Settings />
      </div>
    </main>
  );
}
