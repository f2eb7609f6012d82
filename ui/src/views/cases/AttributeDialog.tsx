import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import type { Failure } from "../../services/failure";
import type { AttributeRow, Cases } from "../../services/shapes";
import { useCaseActs } from "../../store/cases";
import { CoarserTable } from "./CoarserTable";
import { valueText } from "./grid-columns";

const TYPES = ["text", "number", "day", "truth", "choice"] as const;

interface Props {
  cases: Cases;
  /** The one that is changed; null for a new one. */
  attribute: AttributeRow | null;
  onClose: () => void;
}

/** A new attribute, or another name, description and coarser values of one that is there. */
export function AttributeDialog({ cases, attribute, onClose }: Props) {
  const t = useTranslations("cases.attribute");
  const types = useTranslations("cases.types");
  const common = useTranslations("common.dialog");
  const { addAttribute, changeAttribute } = useCaseActs();
  const [name, setName] = useState(attribute?.name ?? "");
  const [type, setType] = useState<AttributeRow["type"]>(attribute?.type ?? "text");
  const [description, setDescription] = useState(attribute?.description ?? "");
  // Until somebody types here the newest stand: the dialog may open before they have come.
  const [edited, setEdited] = useState<Record<string, string> | null>(null);
  const newest = cases.attributes.find(({ id }) => id === attribute?.id) ?? attribute;
  const coarser = edited ?? newest?.coarser ?? {};
  const [failure, setFailure] = useState<Failure | null>(null);
  const said = attribute ? cases.cases.map((row) => valueText(row.values[attribute.id])) : [];
  const values = [...new Set([...said, ...Object.keys(coarser), ...(attribute?.values ?? [])])].filter(Boolean);

  const save = async () => {
    if (name.trim() === "") return;
    const onFailure = (error: Failure) => {
      setFailure(error);
      return true;
    };
    const words = { description: description.trim() || null };
    const coarse = Object.fromEntries(Object.entries(edited ?? {}).filter(([, value]) => value.trim() !== ""));
    const saved = attribute
      ? await changeAttribute(
          attribute.id,
          {
            ...words,
            ...(name.trim() === attribute.name ? {} : { name: name.trim() }),
            ...(edited ? { coarser: coarse } : {}),
            was: { name: attribute.name, description: attribute.description },
          },
          { onFailure },
        )
      : await addAttribute({ ...words, name: name.trim(), type }, { onFailure });
    if (saved) onClose();
  };

  return (
    <Dialog
      title={attribute ? t("change", { name: attribute.name }) : t("new")}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={name.trim() === ""} onPress={() => void save()}>
            {attribute ? common("save") : t("add")}
          </Button>
        </>
      }
    >
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("name")} value={name} onChange={setName} isRequired autoFocus hint={attribute ? null : t("nameHint")} />
        {attribute ? (
          <p className="quiet">{t("typeStays", { type: types(type) })}</p>
        ) : (
          <Select
            label={t("type")}
            value={type}
            onChange={setType}
            options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
          />
        )}
        <Field label={t("description")} value={description} onChange={setDescription} rows={2} hint={t("descriptionHint")} />
        {attribute && (type === "text" || type === "choice") ? (
          <CoarserTable values={values} coarser={coarser} onChange={setEdited} />
        ) : null}
        {failure ? <ErrorNote error={failure} /> : null}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
