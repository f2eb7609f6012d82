import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { download } from "../../services/download";
import type { GuideRow } from "../../services/shapes";
import { guideFile, useGuideActs, useGuides } from "../../store/guides";
import { FieldworkPage } from "./FieldworkPage";
import { GuideDialog } from "./GuideDialog";
import { Standings } from "./Standings";
import { TurnTopics } from "./TurnTopics";

const FILES = [".md", ".markdown", ".txt", ".docx", ".odt", ".yaml", ".yml", ".csv", ".xlsx"];

interface Props {
  canWrite: boolean;
}

/** The interview guides with their versions, who was asked what, and the turns that asked it. */
export function Guides({ canWrite }: Props) {
  const t = useTranslations("fieldwork.guides");
  const tabs = useTranslations("fieldwork.tabs");
  const { data: guides, error, refetch } = useGuides();
  const { remove, takeFile } = useGuideActs();
  const [at, change] = useGuideAddress();
  const [dialog, open] = useState<{ guide: GuideRow | null; isMended: boolean } | null>(null);
  if (error && !guides) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!guides) return <Loading />;
  const guide = guides.find(({ id }) => id === at.guide) ?? guides.findLast((each) => each.is_newest) ?? null;
  const close = (shown: string | null) => {
    open(null);
    if (shown) change({ guide: shown });
  };
  const take = async (file: File | undefined) => {
    const saved = file ? await takeFile(file) : null;
    if (saved?.ids[0]) change({ guide: saved.ids[0] });
  };
  const adding = canWrite ? (
    <>
      <FileTrigger acceptedFileTypes={FILES} onSelect={(files) => void take(files?.[0])}>
        <Button size="small">{t("import")}</Button>
      </FileTrigger>
      <Button size="small" onPress={() => open({ guide: null, isMended: false })}>
        {t("write")}
      </Button>
    </>
  ) : null;
  const shown = dialog ? <GuideDialog guide={dialog.guide} isMended={dialog.isMended} onClose={close} /> : null;

  if (!guide)
    return (
      <>
        <EmptyState title={t("none")} action={adding}>
          <p>{t("noneText")}</p>
        </EmptyState>
        {shown}
      </>
    );
  if (at.source)
    return <TurnTopics source={at.source} guide={guide} canWrite={canWrite} onSource={(source) => change({ source })} />;
  return (
    <FieldworkPage label={tabs("guides")}>
      <div className="fw-section-head no-print">
        <Select
          label={t("guide")}
          value={guide.id}
          options={guides.map(({ id, name, version }) => ({ value: id, label: t("versioned", { name, version: version ?? "" }) }))}
          onChange={(id) => change({ guide: id })}
        />
        <span className="spacer" />
        {adding}
        <Menu
          label={t("more")}
          choices={[
            { id: "next", label: t("next"), isDisabled: !canWrite, run: () => open({ guide, isMended: false }) },
            { id: "mend", label: t("mend"), isDisabled: !canWrite, run: () => open({ guide, isMended: true }) },
            { id: "file", label: t("file"), hasLine: true, run: () => download(guideFile(guide.id), `${guide.name}.md`) },
            { id: "remove", label: t("remove"), isDanger: true, isDisabled: !canWrite, hasLine: true, run: () => void remove(guide.id) },
          ]}
        >
          <Button size="small">
            {t("more")} <Icon name="down" />
          </Button>
        </Menu>
      </div>
      <Standings guide={guide} />
      <section aria-labelledby="fw-guide">
        <h2 id="fw-guide">{t("versioned", { name: guide.name, version: guide.version ?? "" })}</h2>
        {guide.description ? <p className="fw-sentence">{guide.description}</p> : null}
        <ol className="fw-topics">
          {guide.topics.map(({ key, topic, questions, probes }) => (
            <li key={key}>
              <b>{topic}</b>
              <ul>
                {questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
                {probes.map((probe) => (
                  <li key={probe} className="quiet">
                    {t("probe", { probe })}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </section>
      {shown}
    </FieldworkPage>
  );
}

interface GuideAddress {
  guide: string | null;
  source: string | null;
}

function useGuideAddress(): [GuideAddress, (changes: Partial<GuideAddress>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const change = (changes: Partial<GuideAddress>) =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes))
        if (value) next.set(name, value);
        else next.delete(name);
      return next;
    });
  return [{ guide: parameters.get("guide"), source: parameters.get("source") }, change];
}
