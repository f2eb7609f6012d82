import { useTranslations } from "use-intl";

import type { ChartCell } from "../../services/shapes/synthesis-chart";
import type { AskWhich } from "../../store/changed-meanwhile";
import { saveText } from "../../store/changed-meanwhile";
import type { CellPlace } from "../../store/charting";
import { useChartActs } from "../../store/charting";
import { drafts } from "./drafts";

export const keyOf = ({ subject, column, wave }: CellPlace) => `${subject} ${column} ${wave ?? ""}`;

export type Said = "charted" | "no data" | "not asked";

/** Saving a cell over what was read of it: what is coded beneath goes with it, as it was read. */
export function useCellSaving(cell: ChartCell | undefined, place: CellPlace | null, ask: AskWhich) {
  const t = useTranslations("compareFramework");
  const acts = useChartActs();
  const save = async (typed: string, state?: Said): Promise<boolean> => {
    if (!cell || !place) return false;
    const text = typed.trim();
    if (!text && !state) {
      const cleared = cell.id === null || (await acts.clear(place)) !== null;
      if (cleared) drafts.drop(keyOf(place));
      return cleared;
    }
    const stands = await saveText({
      label: t("summaryOf", { row: cell.row.name, column: cell.column.name }),
      typed: text,
      was: cell.summary,
      ask,
      send: (summary, was, options) =>
        acts.write(
          { ...place, summary, seen: cell.seen, was: { summary: was ?? "" }, quotes: [], ...(state ? { state } : {}) },
          options,
        ),
    });
    if (stands !== null) drafts.drop(keyOf(place));
    return stands !== null;
  };
  const keep = (text: string) => {
    if (place) drafts.keep(keyOf(place), text);
  };
  return { save, keep };
}
