import { useLocale, useTranslations } from "use-intl";

import type { GroupComparison } from "../../store/contrasts";

/** Warnings first, then what is compared, of how many, and how it was tested. */
export function TestSaid({ made, contrast }: { made: GroupComparison; contrast: number }) {
  const t = useTranslations("compareGroups.test");
  const locale = useLocale();
  const { test, groups } = made;
  const asked = made.contrasts[contrast];
  const first = groups[asked?.group ?? 0];
  const second = asked?.against === null || asked === undefined ? undefined : groups[asked.against];
  const possible = BigInt(test.possible).toLocaleString(locale);
  return (
    <>
      {made.warnings.length > 0 ? (
        <ul className="figures-warnings">
          {made.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      <p className="figures-said">
        {second
          ? t("two", { group: first?.name ?? "", of: first?.of ?? 0, against: second.name, others: second.of })
          : t("rest", { group: first?.name ?? "", of: first?.of ?? 0, all: made.of })}{" "}
        {test.undefined !== null
          ? t("none")
          : test.exact
            ? t("exact", { possible })
            : t("drawn", { looked: test.looked_at, seed: test.seed })}{" "}
        {test.within === null ? t("among") : t("within", { within: test.within })}
      </p>
    </>
  );
}
