import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DisclosureNote } from "../../components/DisclosureNote";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import type { PassageRow } from "../../services/shapes";
import { namedPassages, useDisclosure } from "../../store/disclosure";
import type { Edge } from "../../store/interactions";
import { useInteractionDetails } from "../../store/interactions";
import { InteractionCard } from "./InteractionCard";
import { signOf } from "./drawing";

interface Props {
  edge: Edge;
  /** Grows each time the panel was opened by a key: then it takes the focus. */
  focusCount: number;
  onBack: () => void;
}

/** What is behind an edge: each interaction with its mechanism, its basis and its passages. */
export function EdgeInspector({ edge, focusCount, onBack }: Props) {
  const t = useTranslations("compareInteractions.inspector");
  const { data, error, refetch } = useInteractionDetails(edge.links);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusCount > 0) title.current?.focus();
  }, [focusCount]);
  return (
    // Esc leads back to the edge from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {edge.start_name} {edge.directed ? "→" : "–"} {edge.end_name} {edge.sign ? signOf(edge.sign).mark : ""}
      </h2>
      <p className="quiet small">
        {t("counts", { participants: edge.participants, of: edge.of, passages: edge.passages, against: edge.against })}
      </p>
      {data ? <QuotesNote passages={data.flatMap(({ evidence }) => evidence.flatMap(({ passage }) => passage ?? []))} /> : null}
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.map((interaction) => (
        <InteractionCard key={interaction.id} interaction={interaction} onGone={onBack} />
      ))}
      <p>
        <Button kind="plain" size="small" onPress={onBack}>
          {t("close")}
        </Button>
      </p>
    </div>
  );
}

function QuotesNote({ passages }: { passages: readonly PassageRow[] }) {
  return <DisclosureNote {...useDisclosure(namedPassages(passages))} isShort />;
}
