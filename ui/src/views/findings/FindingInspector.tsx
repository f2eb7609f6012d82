import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Kbd } from "../../components/Kbd";
import { Link } from "../../components/Link";
import { address, addressOf } from "../../services/address";
import type { FindingRow } from "../../services/shapes";
import { sentenceCase } from "../../store/acting";
import { useFinding } from "../../store/findings";
import { useHistoryOf } from "../../store/history";
import { useMemos } from "../../store/memos";
import { AgainstPanel } from "./AgainstPanel";

interface Props {
  finding: FindingRow;
  canWrite: boolean;
  /** Grows each time evidence against it is asked for; 0 while it was not. */
  againstAsked: number;
  onAgainst: (isWanted: boolean) => void;
}

/** Beside a finding: what speaks against it, what was noted on it, where it is claimed. */
export function FindingInspector({ finding, canWrite, againstAsked, onAgainst }: Props) {
  const t = useTranslations("findings.beside");
  if (againstAsked > 0)
    return <AgainstPanel finding={finding} canWrite={canWrite} focusCount={againstAsked} onBack={() => onAgainst(false)} />;
  return (
    <div className="finding-beside">
      <section>
        <h3>{t("against")}</h3>
        <p className="quiet small">{t("againstText")}</p>
        <p>
          <Button size="small" onPress={() => onAgainst(true)}>
            {t("find")} <Kbd keys="x" />
          </Button>
        </p>
      </section>
      <Memos finding={finding.id} canWrite={canWrite} />
      <Claims finding={finding.id} />
      <Done finding={finding.id} />
    </div>
  );
}

function Memos({ finding, canWrite }: { finding: string; canWrite: boolean }) {
  const t = useTranslations("findings.beside");
  const { data } = useMemos({ about: finding });
  if (!data) return null;
  return (
    <section>
      <h3>{t("memos")}</h3>
      {data.rows.length === 0 ? <p className="quiet small">{t("noMemos")}</p> : null}
      <ul>
        {data.rows.map(({ id, title, text }) => (
          <li key={id}>
            <Link to={addressOf("memo", id)}>{title}</Link>
            {text ? <p className="finding-memo">{text}</p> : null}
          </li>
        ))}
      </ul>
      {canWrite ? <Link to={address("/memos", { new: "memo", about: finding })}>{t("newMemo")}</Link> : null}
    </section>
  );
}

function Claims({ finding }: { finding: string }) {
  const t = useTranslations("findings.beside");
  const { data } = useFinding(finding);
  if (!data) return null;
  return (
    <section>
      <h3>{t("claims")}</h3>
      {data.claim_rows.length === 0 ? <p className="quiet small">{t("noClaims")}</p> : null}
      <ul>
        {data.claim_rows.map(({ id, manuscript, sentence }) => (
          <li key={id}>
            <blockquote>{sentence}</blockquote>
            <p className="quiet small">{manuscript}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STEPS_SHOWN = 5;

function Done({ finding }: { finding: string }) {
  const t = useTranslations("findings.beside");
  const { data } = useHistoryOf(finding);
  if (!data || data.length === 0) return null;
  return (
    <section>
      <h3>{t("history")}</h3>
      <ol>
        {[...data]
          .reverse()
          .slice(0, STEPS_SHOWN)
          .map(({ operation, sentence, person, wall_ms, undone }) => (
            <li key={operation} className={undone ? "finding-undone" : undefined}>
              <Link to={addressOf("operation", operation)}>{sentenceCase(sentence)}</Link>
              <p className="quiet small">
                {person ? `${person}, ` : ""}
                <DateText at={wall_ms} as="since" />
              </p>
            </li>
          ))}
      </ol>
      <Link to={address("/history", { kind: "finding" })}>{t("allHistory")}</Link>
    </section>
  );
}
