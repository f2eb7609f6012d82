/** Whose text this is, how far its coding is, and whose codings are shown. */

import { useMemo } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Chip } from "../../components/Chip";
import { Header } from "../../components/Header";
import { Link } from "../../components/Link";
import { Progress } from "../../components/Progress";
import { codedTurnsOf, turnsOf } from "../../components/transcript/known-places";
import { codedCount } from "../../components/transcript/turns";
import { addressOf } from "../../services/address";
import type { SourceCodings, SourceText, SourceWhole } from "../../services/shapes";

interface Props {
  source: SourceWhole;
  text: SourceText;
  codings: SourceCodings;
  children: ReactNode;
}

export function ReadHeader({ source, text, codings, children }: Props) {
  const t = useTranslations("read");
  const { coded, of } = useMemo(
    () => codedCount(turnsOf(text), codedTurnsOf(text, codings)),
    [text, codings],
  );
  const words = t(text.labels.length > 0 ? "turnsCoded" : "paragraphsCoded", { coded, of });
  const people = source.participants.filter(({ name }) => name !== source.name);
  return (
    <Header
      title={source.name}
      beside={[...people.map((each) => ({ ...each, kind: "participant" })), ...source.groups].map(
        ({ id, name }) => (
          <Chip key={id}>
            <Link className="chip-link" to={addressOf("case", id)}>
              {name}
            </Link>
          </Chip>
        ),
      )}
    >
      {of > 0 && source.kind !== "picture" ? (
        <span className="read-progress">
          <span>{words}</span>
          <Progress done={coded} total={of} label={words} />
        </span>
      ) : null}
      {children}
    </Header>
  );
}
