import { useState } from "react";
import { useTranslations } from "use-intl";

import { Field } from "../../components/Field";
import { RecordDialog } from "../../components/RecordDialog";
import type { GuideRow } from "../../services/shapes";
import { useGuideActs } from "../../store/guides";
import { outlineOf, topicsOf } from "./guide-outline";

interface Props {
  /** The version it begins with; null to write another guide. */
  guide: GuideRow | null;
  /** Whether that version is mended, rather than followed by another. */
  isMended: boolean;
  onClose: (shown: string | null) => void;
}

/** A guide that is written or mended, or the version that follows one. */
export function GuideDialog({ guide, isMended, onClose }: Props) {
  const t = useTranslations("fieldwork.guides.form");
  const acts = useGuideActs();
  const [name, setName] = useState(guide?.name ?? "");
  const [version, setVersion] = useState(isMended ? (guide?.version ?? "") : "");
  const [about, setAbout] = useState(guide?.description ?? "");
  const [outline, setOutline] = useState(guide ? outlineOf(guide.topics) : "");
  const topics = topicsOf(outline);
  const body = {
    topics: topics ?? [],
    version: version.trim() || null,
    description: about.trim() || null,
  };
  return (
    <RecordDialog
      title={guide ? t(isMended ? "mend" : "next", { name: guide.name }) : t("new")}
      size="normal"
      isReady={topics !== null && name.trim() !== ""}
      onSave={async (acting) => {
        if (!guide) {
          const saved = await acts.add({ ...body, name: name.trim() }, acting);
          if (saved) onClose(saved.ids[0] ?? null);
        } else if (isMended) {
          const mended = { name: name.trim(), topics: body.topics, description: about.trim(), ...(body.version ? { version: body.version } : {}) };
          if (await acts.change(guide.id, mended, acting)) onClose(null);
        } else {
          const saved = await acts.addVersion(guide.id, body, acting);
          if (saved) onClose(saved.ids[0] ?? null);
        }
        return null;
      }}
      onClose={() => onClose(null)}
    >
      <div className="fw-form-two">
        {guide && !isMended ? null : <Field label={t("name")} value={name} onChange={setName} maxLength={500} isRequired />}
        <Field
          label={t("version")}
          value={version}
          onChange={setVersion}
          maxLength={100}
          hint={isMended ? null : t("versionHint")}
        />
      </div>
      <Field
        label={t("topics")}
        rows={14}
        value={outline}
        onChange={setOutline}
        hint={t("topicsHint")}
        error={outline.trim() && !topics ? t("topicsWrong") : null}
      />
      <Field label={t("about")} rows={2} value={about} onChange={setAbout} />
    </RecordDialog>
  );
}
