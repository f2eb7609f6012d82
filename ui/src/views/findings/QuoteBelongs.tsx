import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import { Select } from "../../components/Select";
import { addressOf } from "../../services/address";
import type { FindingRow, QuoteRow } from "../../services/shapes";
import { useQuoteActs } from "../../store/quotes";
import { shortened } from "./figures";

interface Props {
  quote: QuoteRow;
  findings: readonly FindingRow[];
  canWrite: boolean;
}

/** The finding that a quote speaks for, or against; another can be chosen. */
export function QuoteBelongs({ quote, findings, canWrite }: Props) {
  const t = useTranslations("findings.bank");
  const { change } = useQuoteActs();
  const [isChanging, setChanging] = useState(false);
  const { id, name, against, finding } = quote;
  const statement = findings.find((each) => each.id === finding?.id)?.statement ?? "";
  return (
    <p className="quote-belongs">
      {isChanging ? (
        <>
          <Select
            label={t("finding")}
            isLabelUnseen
            value={finding?.id ?? ""}
            options={[
              { value: "", label: t("noFinding") },
              ...findings.map((each) => ({ value: each.id, label: shortened(`${each.name} ${each.statement}`) })),
            ]}
            onChange={(chosen) => void change(id, { finding: chosen || null })}
          />
          <Select
            label={t("side")}
            isLabelUnseen
            isDisabled={!finding}
            value={against ? "against" : "for"}
            options={[
              { value: "for", label: t("for") },
              { value: "against", label: t("against") },
            ]}
            onChange={(side) => void change(id, { against: side === "against" })}
          />
        </>
      ) : (
        <span className="quote-of">
          {finding ? (
            <>
              {t(against ? "against" : "for")} <Link to={addressOf("finding", finding.id)}>{finding.name}</Link>{" "}
              <span className="quiet">{shortened(statement)}</span>
            </>
          ) : (
            <span className="quiet">{t("noFinding")}</span>
          )}
        </span>
      )}
      {canWrite ? (
        <span className="no-print">
          <Button kind="plain" size="small" aria-label={t("changeOf", { name })} onPress={() => setChanging(!isChanging)}>
            {t(isChanging ? "done" : "change")}
          </Button>
        </span>
      ) : null}
    </p>
  );
}
