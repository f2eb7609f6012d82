import { useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { Link } from "../../components/Link";
import type { Counts } from "../../services/shapes";

/** What is still missing before anything can be compared. */
export function NothingToCompare({ counts }: { counts: Counts }) {
  const t = useTranslations("compare.empty");
  const step =
    counts.sources === 0
      ? ({ id: "noSources", to: "/sources?add=files" } as const)
      : counts.codes === 0
        ? ({ id: "noCodes", to: "/codebook?new=code" } as const)
        : ({ id: "noCodings", to: "/sources" } as const);
  return (
    <EmptyState title={t(step.id)} action={<Link to={step.to}>{t(`${step.id}Step`)}</Link>}>
      <p>{t(`${step.id}Text`)}</p>
    </EmptyState>
  );
}
