import { Header as GroupHeading, ListBox, ListBoxItem, ListBoxSection, ListLayout, Virtualizer } from "react-aria-components";
import { useTranslations } from "use-intl";

import { StandingMark } from "../../components/StandingMark";
import type { FindingRow } from "../../services/shapes";
import { byDomain, changedCheck, statusOf } from "./figures";
import { FigureText } from "./FigureText";

const ROW = 84;
const HEADING = 34;

interface Props {
  findings: readonly FindingRow[];
  chosen: string | null;
  onChoose: (finding: string) => void;
}

/** The findings under their domains; arrows go through them. */
export function Ledger({ findings, chosen, onChoose }: Props) {
  const t = useTranslations("findings");
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: ROW, headingSize: HEADING }}>
      <ListBox
        aria-label={t("ledger.label")}
        className="finding-list"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        renderEmptyState={() => <p className="quiet finding-none">{t("ledger.none")}</p>}
      >
        {byDomain(findings).map(({ id, name, findings: some }) => (
          <ListBoxSection key={id} id={`domain ${id}`}>
            <GroupHeading className="finding-domain">{name ?? t("noDomain")}</GroupHeading>
            {some.map((finding) => (
              <ListBoxItem
                key={finding.id}
                id={finding.id}
                textValue={`${finding.name} ${finding.statement}`}
                className={`finding-row${finding.status === "set aside" ? " aside" : ""}`}
              >
                <Row finding={finding} />
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Virtualizer>
  );
}

function Row({ finding }: { finding: FindingRow }) {
  const t = useTranslations("findings");
  const { name, statement, author, standing } = finding;
  const changed = changedCheck(finding);
  return (
    <>
      <span className="finding-row-statement">
        <span className="finding-name">{name}</span> {statement}
      </span>
      <span className="finding-row-foot">
        <StandingMark standing={standing} />
        {changed ? (
          <span className="finding-row-was">
            <FigureText check={changed} />
          </span>
        ) : null}
        <span>{[author?.name, t(`status.${statusOf(finding)}`)].filter(Boolean).join(", ")}</span>
      </span>
    </>
  );
}
