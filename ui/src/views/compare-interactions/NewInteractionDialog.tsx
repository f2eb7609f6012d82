import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import { Select } from "../../components/Select";
import { useCodes } from "../../store/codes";
import type { Sign } from "../../store/interactions";
import { useInteractionActs } from "../../store/interactions";
import { QuoteFields } from "./QuoteFields";
import type { Quote } from "./QuoteFields";

/** Two factors, which of them acts (if somebody says so), with which sign, how, and who says it. */
export function NewInteractionDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("compareInteractions.new");
  const card = useTranslations("compareInteractions.card");
  const { data } = useCodes();
  const { add } = useInteractionActs();
  const [one, setOne] = useState("");
  const [other, setOther] = useState("");
  const [acts, setActs] = useState<"" | "one" | "other">("");
  const [sign, setSign] = useState<"" | Sign>("");
  const [basis, setBasis] = useState<"asserted" | "inferred">("inferred");
  const [mechanism, setMechanism] = useState("");
  const [said, setSaid] = useState<Quote>({ source: "", quote: "" });

  const codes = (data?.codes ?? []).map(({ id, name, path }) => ({
    value: id,
    label: name,
    ...(path.length > 1 && path[0] ? { group: path[0] } : {}),
  }));
  const options = [{ value: "", label: t("choose") }, ...codes];
  const nameOf = (id: string) => codes.find(({ value }) => value === id)?.label ?? "…";
  const hasPassage = said.source !== "" && said.quote.trim() !== "";
  const isReady = one !== "" && other !== "" && one !== other && (basis === "inferred" || hasPassage);

  return (
    <RecordDialog
      title={t("title")}
      save={t("save")}
      size="normal"
      isReady={isReady}
      onClose={onClose}
      onSave={(settings) =>
        add(
          {
            one: acts === "other" ? other : one,
            other: acts === "other" ? one : other,
            directed: acts !== "",
            sign: sign === "" ? null : sign,
            basis,
            mechanism: mechanism.trim() || null,
            ...(hasPassage ? { evidence: [said] } : {}),
          },
          settings,
        )
      }
    >
      <Select label={t("one")} value={one} options={options} onChange={setOne} />
      <Select label={t("other")} value={other} options={options} onChange={setOther} />
      <Select
        label={card("direction")}
        value={acts}
        options={[
          { value: "", label: card("undirected") },
          { value: "one", label: card("from", { start: nameOf(one), end: nameOf(other) }) },
          { value: "other", label: card("from", { start: nameOf(other), end: nameOf(one) }) },
        ]}
        onChange={setActs}
      />
      <Select
        label={card("sign")}
        value={sign}
        options={[
          { value: "", label: card("signs.none") },
          { value: "+", label: card("signs.plus") },
          { value: "-", label: card("signs.minus") },
          { value: "mixed", label: card("signs.mixed") },
        ]}
        onChange={setSign}
      />
      <Field label={card("mechanism")} hint={t("mechanismHint")} rows={2} value={mechanism} onChange={setMechanism} />
      <Select
        label={card("basis")}
        value={basis}
        options={[
          { value: "inferred", label: card("inferred") },
          { value: "asserted", label: card("asserted") },
        ]}
        onChange={setBasis}
      />
      <p className="field-hint">{t(basis === "asserted" ? "assertedHint" : "inferredHint")}</p>
      <QuoteFields said={said} onChange={setSaid} isRequired={basis === "asserted"} />
    </RecordDialog>
  );
}
