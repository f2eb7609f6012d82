/** What is known of the chosen code: what it means, its passages, its memos, its history. */
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { CodeDot } from "../../components/CodeDot";
import { EditableText } from "../../components/EditableText";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import type { CodeRow } from "../../services/shapes";
import { CodeHistory } from "./CodeHistory";
import { CodeMeaning } from "./CodeMeaning";
import { CodeMemos } from "./CodeMemos";
import { CodePassages } from "./CodePassages";
import { useCodeText } from "./use-code-text";
import type { OpenDialog } from "./use-codebook-actions";

const PARTS = ["meaning", "passages", "memos", "history"] as const;
type Part = (typeof PARTS)[number];

interface Props {
  code: CodeRow | null;
  /** The address names a code that is not there. */
  isGone: boolean;
  of: { interviewed: number; sites: number };
  canWrite: boolean;
  onOpen: (dialog: OpenDialog) => void;
  onRemove: () => void;
  onRetire: () => void;
}

export function CodeInspector(props: Props) {
  const { code, isGone, of, canWrite, onOpen, onRemove, onRetire } = props;
  const t = useTranslations("codebook");
  const [part, setPart] = useState<Part>("meaning");
  if (!code) return <p className="quiet code-choose">{isGone ? t("gone") : t("choose")}</p>;
  const { counts } = code;
  return (
    <div className="code-inspector" id="code-inspector" tabIndex={-1}>
      <div className="code-head">
        {code.path.length > 1 ? (
          <p className="quiet small">{code.path.slice(0, -1).join(" › ")}</p>
        ) : null}
        <div className="code-title">
          <CodeDot code={code} isHollow={!code.codable || code.status === "retired"} />
          <Name key={code.id} code={code} canWrite={canWrite} />
          {canWrite ? (
            <Menu
              label={t("more")}
              choices={[
                { id: "below", label: t("act.newBelow"), keys: "Shift+n", run: () => onOpen({ name: "new", parent: code.id }) },
                { id: "move", label: t("act.move"), keys: "Shift+m", run: () => onOpen({ name: "move", code: code.id }) },
                { id: "merge", label: t("act.merge"), keys: "m", run: () => onOpen({ name: "merge", code: code.id }) },
                { id: "split", label: t("act.split"), keys: "s", run: () => onOpen({ name: "split", code: code.id }) },
                { id: "retire", label: code.status === "retired" ? t("act.reopen") : t("act.retire"), run: onRetire, hasLine: true },
                { id: "remove", label: t("act.remove"), keys: "Delete", run: onRemove, isDanger: true },
              ]}
            >
              <IconButton label={t("more")}>
                <Icon name="more" />
              </IconButton>
            </Menu>
          ) : null}
        </div>
        <p className="small code-sentence">
          {counts.passages === 0
            ? t("countsNone")
            : t("counts", {
                participants: counts.participants,
                interviewed: of.interviewed,
                cases: counts.cases,
                sites: of.sites,
                passages: counts.passages,
              })}
        </p>
        {code.status === "retired" ? <p className="small quiet">{t("retiredText")}</p> : null}
        {code.merged.length > 0 ? (
          <p className="small quiet">{t("mergedText", { names: code.merged.join(", ") })}</p>
        ) : null}
      </div>
      <Tabs className="code-tabs" selectedKey={part} onSelectionChange={(key) => setPart(key as Part)}>
        <TabList className="code-tab-list" aria-label={t("parts.label")}>
          {PARTS.map((id) => (
            <Tab key={id} id={id} className="code-tab">
              {t(`parts.${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="meaning" className="code-panel">
          <CodeMeaning key={code.id} code={code} canWrite={canWrite} />
        </TabPanel>
        <TabPanel id="passages" className="code-panel filling">
          <CodePassages key={code.id} code={code} />
        </TabPanel>
        <TabPanel id="memos" className="code-panel">
          <CodeMemos code={code} canWrite={canWrite} />
        </TabPanel>
        <TabPanel id="history" className="code-panel">
          <CodeHistory code={code} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

function Name({ code, canWrite }: { code: CodeRow; canWrite: boolean }) {
  const t = useTranslations("codebook");
  const { save, clash } = useCodeText(code);
  return (
    <h2>
      <EditableText
        label={t("field.name")}
        value={code.name}
        isReadOnly={!canWrite}
        isRequired
        onSave={(name) => save("name", name)}
      />
      {clash}
    </h2>
  );
}
