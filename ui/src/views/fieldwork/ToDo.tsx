import { useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { useToDo } from "../../store/fieldwork";
import { FieldworkPage } from "./FieldworkPage";
import { useTold } from "./told-things";

const APPROVALS = /^(approval|retention)-/;

interface Props {
  onChoose: (person: string) => void;
}

/** What is still to do: approvals, then people, then documents. */
export function ToDo({ onChoose }: Props) {
  const t = useTranslations("fieldwork.todo");
  const tabs = useTranslations("fieldwork.tabs");
  const told = useTold("todo.told");
  const { data, error, refetch } = useToDo();
  if (error && !data) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.things.length === 0)
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  const parts = [
    { part: "approvals", things: data.things.filter(({ slug }) => APPROVALS.test(slug)) },
    { part: "people", things: data.things.filter(({ participant }) => participant !== null) },
    {
      part: "documents",
      things: data.things.filter(({ slug, participant }) => participant === null && !APPROVALS.test(slug)),
    },
  ] as const;
  return (
    <FieldworkPage label={tabs("todo")}>
      {parts.map(({ part, things }) =>
        things.length === 0 ? null : (
          <section key={part} aria-labelledby={`fw-${part}`}>
            <h2 id={`fw-${part}`}>
              {t(part)} <span className="fw-count">{things.length}</span>
            </h2>
            <ul className="fw-todo">
              {things.map((thing) => {
                const { slug, about, sentence, participant } = thing;
                return (
                  <li key={`${slug} ${about} ${sentence}`}>
                    {participant === null ? (
                      told(thing)
                    ) : (
                      <button type="button" className="fw-name" onClick={() => onChoose(participant)}>
                        {told(thing)}
                      </button>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        ),
      )}
    </FieldworkPage>
  );
}
