import { useMemo, useRef } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";

import type { Messages } from "../../messages";
import type { BoardPerson } from "../../services/shapes";
import { boardColumns, neighbour } from "./board-columns";
import type { BoardFilter, Column } from "./board-columns";
import { useStageName } from "./use-stage-name";

type MissingSlug = keyof Messages["fieldwork"]["missing"];

/** Passing: arrow keys went over somebody. */
export type ChosenBy = "click" | "key" | "passing";

interface Props {
  people: readonly BoardPerson[];
  filter: BoardFilter;
  chosen: string | null;
  onChoose: (person: string, how: ChosenBy) => void;
}

/** Everybody by how far they are, from found to coded. One is in hand, and arrow keys move it. */
export function Board({ people, filter, chosen, onChoose }: Props) {
  const t = useTranslations("fieldwork.board");
  const frame = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => boardColumns(people, filter), [people, filter]);
  const shown = columns.flatMap((column) => column.people);
  const inHand = shown.some(({ id }) => id === chosen) ? chosen : (shown[0]?.id ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const from = (event.target as HTMLElement).dataset["person"] ?? null;
    const to = neighbour(columns, from, event.key);
    if (to === null) return;
    event.preventDefault();
    const person = frame.current?.querySelector<HTMLElement>(`[data-person="${to}"]`);
    person?.focus();
    onChoose(to, "passing");
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys move among its buttons
    <div ref={frame} className="fw-board" onKeyDown={onKeyDown}>
      {columns.map((column) => (
        <BoardColumn key={column.stage} column={column} inHand={inHand} chosen={chosen} onChoose={onChoose} />
      ))}
      {shown.length === 0 ? <p className="quiet fw-nobody">{t("nobody")}</p> : null}
    </div>
  );
}

interface ColumnProps extends Pick<Props, "chosen" | "onChoose"> {
  column: Column;
  inHand: string | null;
}

function BoardColumn({ column: { stage, isAside, people }, inHand, chosen, onChoose }: ColumnProps) {
  const t = useTranslations("fieldwork.board");
  const stageName = useStageName();
  const title = `fw-${stage.replace(" ", "-")}`;
  return (
    <section
      className={`fw-column${people.length === 0 ? " none" : ""}${isAside ? " aside" : ""}`}
      aria-labelledby={title}
    >
      <h2 id={title}>
        {stageName(stage)} <span className="fw-count">{t("count", { count: people.length })}</span>
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="fw-person"
              data-person={person.id}
              tabIndex={person.id === inHand ? 0 : -1}
              aria-pressed={person.id === chosen}
              onClick={(event) => onChoose(person.id, event.detail === 0 ? "key" : "click")}
            >
              <PersonLines person={person} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonLines({ person: { name, role, sector, site, missing } }: { person: BoardPerson }) {
  const t = useTranslations("fieldwork");
  const where = [sector, site].filter(Boolean).join(", ");
  return (
    <>
      <b>{name}</b>
      {role ? <span>{role}</span> : null}
      {where ? <span className="quiet">{where}</span> : null}
      {missing.map(({ slug, sentence }) => (
        <span key={slug} className="fw-missing">
          {t.has(`missing.${slug as MissingSlug}`) ? t(`missing.${slug as MissingSlug}`) : sentence}
        </span>
      ))}
    </>
  );
}
