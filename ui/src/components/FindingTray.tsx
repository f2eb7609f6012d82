import { useState } from "react";
import { useTranslations } from "use-intl";

import type { FindingRow } from "../services/shapes";
import type { Use } from "../store/passage-in-hand";
import { Loading } from "./Progress";
import { StandingMark } from "./StandingMark";
import "./finding-tray.css";

const USES: readonly Use[] = ["for", "against", "quote"];

interface Props {
  /** Those at hand first; missing while they are on their way. */
  findings: readonly FindingRow[] | undefined;
  onDrop: (finding: string, use: Use) => void;
}

/** While a passage is dragged: every finding, and what the passage can be for it. */
export function FindingTray({ findings, onDrop }: Props) {
  const t = useTranslations("common.toFinding");
  const [over, setOver] = useState<string | null>(null);
  return (
    // It is there only for the pointer: by keys a dialog asks the same.
    <div className="finding-tray no-print" aria-hidden="true">
      <h2>{t("tray")}</h2>
      {!findings ? <Loading /> : null}
      {findings?.length === 0 ? <p className="quiet">{t("noFindings")}</p> : null}
      <ul>
        {findings?.map(({ id, name, statement, standing }) => (
          <li key={id}>
            <p>
              <StandingMark standing={standing} isWordUnseen /> <strong>{name}</strong> {statement}
            </p>
            <div className="finding-tray-uses">
              {USES.map((use) => (
                // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- dropped on, never pressed
                <span
                  key={use}
                  className={over === `${id} ${use}` ? "over" : undefined}
                  data-drop={`${name} ${use}`}
                  onDragOver={(event) => {
                    event.preventDefault();
                    event.dataTransfer.dropEffect = "copy";
                    setOver(`${id} ${use}`);
                  }}
                  onDragLeave={() => setOver(null)}
                  onDrop={(event) => {
                    event.preventDefault();
                    onDrop(id, use);
                  }}
                >
                  {t(`short.${use}`)}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
