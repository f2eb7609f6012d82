import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { useSaveFile } from "../../../store/disclosure";
import { useReportFile } from "../../../store/reports";
import type { ChecklistName, ReportName } from "../../../store/reports";
import { useStudy } from "../../../store/study";

interface Props {
  name: ReportName | ChecklistName;
  children: ReactNode;
}

/** What a report is, and its Word document. */
export function ReportHead({ name, children }: Props) {
  const t = useTranslations("reports");
  const href = useReportFile(name);
  const saveFile = useSaveFile();
  const { data: study } = useStudy();
  return (
    <header className="report-head">
      <div>
        <p className="report-study">{study?.title}</p>
        <h2>{t(`report.${name}.name`)}</h2>
        {children}
      </div>
      <span className="no-print">
        <Button size="small" onPress={() => void saveFile(href)}>
          {t("word")}
        </Button>
      </span>
    </header>
  );
}
