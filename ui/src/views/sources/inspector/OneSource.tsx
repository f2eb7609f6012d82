import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { EditableText } from "../../../components/EditableText";
import { Link } from "../../../components/Link";
import { addressOf, sourceAddress } from "../../../services/address";
import type { SourceRow } from "../../../services/shapes";
import { useFileClick } from "../../../store/disclosure";
import { originalAddress, useSource, useSourceActs } from "../../../store/sources";
import { useFormatText } from "../format-text";
import { Recording } from "./Recording";
import { SourceHistory } from "./SourceHistory";
import { SpeakersOf } from "./SpeakersOf";

interface Props {
  row: SourceRow;
  canWrite: boolean;
  onRemove: () => void;
}

const FIELDS = [
  { field: "language", empty: "noLanguage" },
  { field: "date", empty: "noDate" },
  { field: "note", empty: "noNote", rows: 4 },
] as const;

/** What is known of one source, and what can be changed of it. */
export function OneSource({ row, canWrite, onRemove }: Props) {
  const t = useTranslations("sources.one");
  const format = useFormatText();
  const { data: whole } = useSource(row.id);
  const { describe } = useSourceActs();
  const saveFile = useFileClick();
  const save = async (field: "name" | "language" | "date" | "note", value: string) =>
    (await describe(row.id, {
      [field]: field === "name" ? value : value || null,
      was: { [field]: row[field] },
    })) !== null;
  const groups = [...row.participants, ...row.groups];

  return (
    <div className="one-source">
      <div className="one-source-name">
        <EditableText
          label={t("name")}
          value={row.name}
          isRequired
          isReadOnly={!canWrite}
          onSave={(value) => save("name", value)}
        />
      </div>
      <p className="quiet small">
        {format.of(row)}, {t("size", { words: row.words, turns: row.turns, codings: row.codings })}
      </p>
      <p className="row">
        <Link className="button main small sources-link" to={sourceAddress(row.id)}>
          {t("open")}
        </Link>
      </p>

      <h3>{t("about")}</h3>
      <dl className="one-source-facts">
        {FIELDS.map(({ field, empty, ...rest }) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd>
              <EditableText
                label={t(field)}
                placeholder={t(empty)}
                value={row[field] ?? ""}
                isReadOnly={!canWrite}
                onSave={(value) => save(field, value)}
                {...rest}
              />
            </dd>
          </div>
        ))}
        {whole?.attributes.map(({ attribute_id, name, value }) => (
          <div key={attribute_id}>
            <dt>{name}</dt>
            <dd>{String(value ?? "")}</dd>
          </div>
        ))}
      </dl>

      <h3>{t("people")}</h3>
      {groups.length === 0 ? <p className="quiet small">{t("noPeople")}</p> : null}
      <ul className="one-source-people">
        {groups.map(({ id, name }) => (
          <li key={id}>
            <Link to={addressOf("case", id)}>{name}</Link>
          </li>
        ))}
      </ul>

      <SpeakersOf source={row.id} canWrite={canWrite} />
      <Recording row={row} canWrite={canWrite} />

      <h3>{t("documents")}</h3>
      <ul className="one-source-documents">
        <li>
          <a href={`/api/documents/transcript.docx?source=${row.id}`} download onClick={saveFile}>
            {t("transcript")}
          </a>
        </li>
        <li>
          <Link to={sourceAddress(row.id)}>{t("printed")}</Link>
        </li>
        {row.has_original ? (
          <li>
            <a href={originalAddress(row.id)} download={whole?.file_name ?? ""}>
              {t("original")}
            </a>
          </li>
        ) : null}
      </ul>

      <SourceHistory source={row.id} />
      {canWrite ? (
        <p className="one-source-remove no-print">
          <Button kind="danger" size="small" onPress={onRemove}>
            {t("remove")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
