import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../../components/Button";
import { ErrorNote } from "../../../components/ErrorNote";
import { Icon } from "../../../components/Icon";
import { Progress } from "../../../components/Progress";
import { useAsOf } from "../../../store/asking";
import { usePackage } from "../../../store/reports";
import type { PackageKind } from "../../../store/reports";
import { WholePackageDialog } from "./WholePackageDialog";

const SHARED = ["codebook", "codings", "people", "findings", "log", "reports"] as const;
const WHOLE = ["study", "project", "log", "reports", "software"] as const;

/** The package with which others can follow or repeat the study: one to share, or all of it. */
export function PackagePane() {
  const t = useTranslations("reports.package");
  const names = useTranslations("reports.report.package");
  const asOf = useAsOf();
  const packing = usePackage();
  const [papers, setPapers] = useState<readonly File[]>([]);
  const [isAsking, setAsking] = useState(false);
  const { making, make } = packing;
  const isHeld = (kind: PackageKind) => asOf !== null || (making !== null && making !== kind);
  const addPapers = (files: FileList | null) =>
    setPapers((before) => {
      const added = [...(files ?? [])];
      return [...before.filter(({ name }) => !added.some((file) => file.name === name)), ...added];
    });
  return (
    <article className="report-sheet package">
      <header className="report-head">
        <div>
          <h2>{names("name")}</h2>
          <p className="quiet">{t("intro")}</p>
        </div>
      </header>
      <section>
        <h3>{t("papers")}</h3>
        <p className="quiet">{t("papersText")}</p>
        {papers.length > 0 ? (
          <ul className="package-papers">
            {papers.map((file) => (
              <li key={file.name}>
                <span>{file.name}</span>
                <IconButton
                  label={t("take", { name: file.name })}
                  onPress={() => setPapers(papers.filter((each) => each !== file))}
                >
                  <Icon name="close" />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : null}
        <FileTrigger allowsMultiple onSelect={addPapers}>
          <Button size="small">{t("choose")}</Button>
        </FileTrigger>
      </section>
      {asOf ? <p>{t("asOf")}</p> : null}
      <div className="package-kinds">
        <section>
          <h3>{t("shared")}</h3>
          <p className="quiet">{t("sharedText")}</p>
          <h4>{t("in")}</h4>
          <ul>
            {SHARED.map((each) => (
              <li key={each}>{t(`sharedIn.${each}`)}</li>
            ))}
          </ul>
          <h4>{t("out")}</h4>
          <p>{t("sharedOut")}</p>
          <p>
            <strong>{t("limits")}</strong> {t("limitsText")}
          </p>
          <Button kind="main" isDisabled={isHeld("shared")} isPending={making === "shared"} onPress={() => void make("shared", papers)}>
            {t("share")}
          </Button>
          <PackageState kind="shared" packing={packing} />
        </section>
        <section>
          <h3>{t("whole")}</h3>
          <p className="quiet">{t("wholeText")}</p>
          <h4>{t("in")}</h4>
          <ul>
            {WHOLE.map((each) => (
              <li key={each}>{t(`wholeIn.${each}`)}</li>
            ))}
          </ul>
          <p>{t("wholeWarns")}</p>
          <Button isDisabled={isHeld("whole")} isPending={making === "whole"} onPress={() => setAsking(true)}>
            {t("takeWhole")}
          </Button>
          <PackageState kind="whole" packing={packing} />
        </section>
      </div>
      {isAsking ? (
        <WholePackageDialog
          onClose={() => setAsking(false)}
          onDownload={() => {
            setAsking(false);
            void make("whole", papers);
          }}
        />
      ) : null}
    </article>
  );
}

interface StateProps {
  kind: PackageKind;
  packing: ReturnType<typeof usePackage>;
}

/** That a package is being made, or why it was not. */
function PackageState({ kind, packing: { making, failed, giveUp } }: StateProps) {
  const t = useTranslations("reports.package");
  return (
    <div className="package-state" aria-live="polite">
      {making === kind ? (
        <p className="row">
          <Progress label={t("making")} done={0} total={0} />
          <span>{t("making")}</span>
          <Button size="small" onPress={giveUp}>
            {t("giveUp")}
          </Button>
        </p>
      ) : null}
      {failed?.kind === kind ? <ErrorNote error={failed.failure} /> : null}
    </div>
  );
}
