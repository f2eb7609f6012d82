import { Button } from "react-aria-components";
import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import type { ShelvedStudy } from "../../services/shapes";

interface Props {
  studies: readonly ShelvedStudy[];
  /** Where studies lie; one that lies elsewhere says where. */
  folder: string;
  isBusy: boolean;
  onOpen: (id: string) => void;
}

/** The studies there are, the latest changed first. */
export function StudyList({ studies, folder, isBusy, onOpen }: Props) {
  const t = useTranslations("welcome");
  return (
    <ul className="welcome-studies" aria-label={t("list")}>
      {studies.map((study) => (
        <li key={study.id}>
          <Button className="welcome-study" isDisabled={isBusy || !study.readable} onPress={() => onOpen(study.id)}>
            <span className="welcome-title">{study.title}</span>
            <span className="welcome-file">{study.folder === folder ? study.name : `${study.name}, ${study.folder}`}</span>
            <span className="welcome-when">
              {t("changed")} <DateText at={study.changed_ms} as="since" />
            </span>
          </Button>
          {study.why === null ? null : <p className="welcome-why">{study.why}</p>}
        </li>
      ))}
    </ul>
  );
}
