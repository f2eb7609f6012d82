import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { sourceAddress } from "../services/address";
import type { PassageRow } from "../services/shapes";
import { inHand } from "../store/passage-in-hand";
import { CodeDot } from "./CodeDot";
import { Link } from "./Link";
import { PassageHandle } from "./PassageHandle";
import { timeText } from "./time-text";
import "./controls.css";

interface Props {
  passage: PassageRow;
  /** At the right of its foot, such as a likeness. */
  end?: ReactNode;
  /** Show some of the text before and after. */
  hasSurroundings?: boolean;
  /** Show the codes that it has. */
  hasCodes?: boolean;
  /** The colour of a code by its id, where the study gives it one. */
  colourOf?: (code: string) => string | null | undefined;
  children?: ReactNode;
}

/** A passage in the reading face, with whose it is and a way to its place. */
export function PassageCard(props: Props) {
  const { passage, end, hasSurroundings = false, hasCodes = false, colourOf, children } = props;
  const t = useTranslations("common.passage");
  const { source_id, source, participants, cases, page, start_ms } = passage;
  const who = participants.length > 0 ? participants : passage.speakers;
  const groups = Object.values(cases).flat();
  const place = start_ms !== null ? timeText(start_ms) : page !== null ? t("page", { page }) : null;
  const codes = new Map(passage.codings.map((coding) => [coding.code_id, coding.code]));
  return (
    <article className="passage">
      <blockquote>
        {hasSurroundings ? <span className="around">{passage.before}</span> : null}
        {hasSurroundings ? <mark className="found">{passage.text}</mark> : passage.text}
        {hasSurroundings ? <span className="around">{passage.after}</span> : null}
      </blockquote>
      {hasCodes && codes.size > 0 ? (
        <p className="row small">
          {[...codes].map(([id, code]) => (
            <span key={id} className="row">
              <CodeDot code={{ id, colour: colourOf?.(id) ?? null }} /> {code}
            </span>
          ))}
        </p>
      ) : null}
      <footer>
        <PassageHandle passage={inHand(passage)} />
        <Link to={sourceAddress(source_id, passage)} title={t("open")}>
          {source}
        </Link>
        {who.length > 0 && who.join(", ") !== source ? <span>{who.join(", ")}</span> : null}
        {groups.length > 0 ? <span>{groups.join(", ")}</span> : null}
        {place ? <span>{place}</span> : null}
        {end ? <span className="end">{end}</span> : null}
      </footer>
      {children}
    </article>
  );
}
