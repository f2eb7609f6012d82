import { useTranslations } from "use-intl";

import { Parts } from "../../components/Parts";
import { Select } from "../../components/Select";
import { address } from "../../services/address";
import type { BoardPerson } from "../../services/shapes";
import { TABS } from "./use-fieldwork-address";
import type { FieldworkAddress } from "./use-fieldwork-address";

interface Props {
  at: FieldworkAddress;
  people: readonly BoardPerson[];
  onNarrow: (changes: { site?: string; sector?: string }) => void;
}

/** The parts of the view, and on the board whom it shows. */
export function FieldworkTools({ at, people, onNarrow }: Props) {
  const t = useTranslations("fieldwork");
  const sites = named(people.flatMap(({ site }) => (site ? [site] : [])));
  const sectors = named(people.flatMap(({ sector }) => (sector ? [sector] : [])));
  const options = (names: readonly string[], all: string) => [
    { value: "", label: all },
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <div className="fw-tools no-print">
      <Parts
        label={t("tabs.label")}
        here={at.tab}
        parts={TABS.map((tab) => ({
          id: tab,
          to: address("/fieldwork", { ...at, tab: tab === "board" ? null : tab }),
          name: t(`tabs.${tab}`),
        }))}
      />
      {at.tab === "board" ? (
        <span className="fw-filters">
          <Select
            label={t("filter.site")}
            value={at.site}
            options={options(sites, t("filter.allSites"))}
            onChange={(site) => onNarrow({ site })}
          />
          <Select
            label={t("filter.sector")}
            value={at.sector}
            options={options(sectors, t("filter.allSectors"))}
            onChange={(sector) => onNarrow({ sector })}
          />
        </span>
      ) : null}
    </div>
  );
}

const named = (names: readonly string[]) => [...new Set(names)].sort((a, b) => a.localeCompare(b));
