import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { ChangedMeanwhile } from "../../components/ChangedMeanwhile";
import { EditableText } from "../../components/EditableText";
import { Icon } from "../../components/Icon";
import { PassageCard } from "../../components/PassageCard";
import { Select } from "../../components/Select";
import { saveText, useClash } from "../../store/changed-meanwhile";
import type { Interaction, InteractionEvidence, Sign } from "../../store/interactions";
import { useInteractionActs } from "../../store/interactions";
import { useCanWrite } from "../../store/study";
import { EvidenceDialog } from "./EvidenceDialog";

/** One interaction: how it works, in which direction, with which sign, on what basis, and why. */
export function InteractionCard({ interaction, onGone }: { interaction: Interaction; onGone: () => void }) {
  const t = useTranslations("compareInteractions.card");
  const canWrite = useCanWrite();
  const { change, remove } = useInteractionActs();
  const { clash, ask } = useClash();
  const [adding, setAdding] = useState<"for" | "against" | null>(null);
  const { id, start, end, start_name, end_name, directed, sign, basis, mechanism, evidence } = interaction;
  const save = async (typed: string) =>
    (await saveText({
      label: t("mechanism"),
      typed,
      was: mechanism,
      ask,
      send: (text, was, options) => change(id, { mechanism: text || null, was: { mechanism: was } }, options),
    })) !== null;
  const direction = directed ? start : "";

  return (
    <section className="interactions-card" aria-label={t("label", { start: start_name, end: end_name })}>
      <h3>{t("mechanism")}</h3>
      <EditableText
        label={t("mechanism")}
        placeholder={t("noMechanism")}
        value={mechanism ?? ""}
        rows={4}
        isReadOnly={!canWrite}
        onSave={save}
      />
      <div className="interactions-says">
        <Select
          label={t("direction")}
          value={direction}
          isDisabled={!canWrite}
          options={[
            { value: "", label: t("undirected") },
            { value: start, label: t("from", { start: start_name, end: end_name }) },
            { value: end, label: t("from", { start: end_name, end: start_name }) },
          ]}
          onChange={(acts) => void change(id, acts ? { start: acts } : { directed: false })}
        />
        <Select
          label={t("sign")}
          value={sign ?? ""}
          isDisabled={!canWrite}
          options={[
            { value: "", label: t("signs.none") },
            { value: "+", label: t("signs.plus") },
            { value: "-", label: t("signs.minus") },
            { value: "mixed", label: t("signs.mixed") },
          ]}
          onChange={(value) => void change(id, { sign: value === "" ? null : (value as Sign) })}
        />
        <Select
          label={t("basis")}
          value={basis === "asserted" ? "asserted" : "inferred"}
          isDisabled={!canWrite}
          options={[
            { value: "asserted", label: t("asserted") },
            { value: "inferred", label: t("inferred") },
          ]}
          onChange={(value) => void change(id, { basis: value })}
        />
      </div>
      <Passages interaction={id} title={t("for")} evidence={evidence.filter(({ against }) => !against)} />
      <Passages interaction={id} title={t("against")} evidence={evidence.filter(({ against }) => against)} />
      {canWrite ? (
        <p className="row">
          <Button size="small" onPress={() => setAdding("for")}>
            {t("addFor")}
          </Button>
          <Button size="small" onPress={() => setAdding("against")}>
            {t("addAgainst")}
          </Button>
          <Button kind="danger" size="small" onPress={() => void remove(id).then((saved) => saved && onGone())}>
            {t("remove")}
          </Button>
        </p>
      ) : null}
      {adding ? <EvidenceDialog interaction={id} side={adding} onClose={() => setAdding(null)} /> : null}
      {clash ? <ChangedMeanwhile clash={clash} /> : null}
    </section>
  );
}

interface PassagesProps {
  interaction: string;
  title: string;
  evidence: readonly InteractionEvidence[];
}

function Passages({ interaction, title, evidence }: PassagesProps) {
  const t = useTranslations("compareInteractions.card");
  const canWrite = useCanWrite();
  const { take } = useInteractionActs();
  if (evidence.length === 0) return null;
  return (
    <section>
      <h4>
        {title} <span className="quiet">{evidence.length}</span>
      </h4>
      <ul className="interactions-passages">
        {evidence.map(({ id, passage }) => {
          const button = canWrite ? (
            <IconButton label={t("take")} onPress={() => void take(interaction, [id])}>
              <Icon name="close" />
            </IconButton>
          ) : null;
          return (
            <li key={id}>
              {passage ? <PassageCard passage={passage} end={button} /> : <p className="quiet">{t("lost")} {button}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
