/** How codes, coders and days are shown in a transcript. */

import { useCallback, useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { codeColour } from "../../components/code-colour";
import type { CodeRow, CoderRow, SourceCodings } from "../../services/shapes";
import { useDesk } from "../../store/desk";
import { CODE_BEING_MADE } from "../../store/reading";

const NO_COLUMNS: readonly { id: string; name: string }[] = [];
const MOST_COLUMNS = 4;

export function useLooks(
  codes: readonly CodeRow[],
  coders: readonly CoderRow[],
  codings: SourceCodings | undefined,
) {
  const t = useTranslations("read");
  const format = useFormatter();
  const hidden = useDesk((desk) => desk.codersHidden);
  const [isSideBySide, setSideBySide] = useState(false);

  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const names = useMemo(
    () => new Map(coders.map(({ id, name, is_you }) => [id, is_you ? t("you") : name])),
    [coders, t],
  );
  const codeLook = useCallback(
    (id: string) => {
      if (id.startsWith(CODE_BEING_MADE)) {
        return { name: id.slice(CODE_BEING_MADE.length), colour: "var(--ink-3)" };
      }
      const code = byId.get(id);
      return { name: code?.name ?? t("unknownCode"), colour: codeColour(code ?? { id }) };
    },
    [byId, t],
  );
  const coderName = useCallback(
    (id: string | null) => (id === null ? "" : (names.get(id) ?? "")),
    [names],
  );
  const isShown = useCallback(
    (coder: string | null) => coder === null || !hidden.includes(coder),
    [hidden],
  );
  const dateText = useCallback(
    (day: string) =>
      day === ""
        ? ""
        : format.dateTime(new Date(`${day}T12:00`), {
            day: "numeric",
            month: "short",
            year: "numeric",
          }),
    [format],
  );
  /** The coders of this source, with how many codings each has here. */
  const codersHere = useMemo(() => {
    const counts = new Map<number, number>();
    for (const coder of codings?.coder ?? []) counts.set(coder, (counts.get(coder) ?? 0) + 1);
    return (codings?.coders ?? []).map((id, index) => ({
      id,
      name: names.get(id) ?? id,
      codings: counts.get(index) ?? 0,
      isShown: !hidden.includes(id),
    }));
  }, [codings, names, hidden]);
  const columns = useMemo(() => {
    const shown = codersHere.filter((coder) => coder.isShown);
    return isSideBySide && shown.length > 1 ? shown.slice(0, MOST_COLUMNS) : NO_COLUMNS;
  }, [codersHere, isSideBySide]);

  return {
    byId,
    codeLook,
    coderName,
    isShown,
    dateText,
    codersHere,
    columns,
    isSideBySide,
    setSideBySide,
  };
}
