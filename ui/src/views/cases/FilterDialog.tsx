import { useId, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import type { CaseRow } from "../../services/shapes";
import { cellText } from "./grid-columns";
import type { Column, Filter } from "./grid-columns";

const MODES = ["contains", "is", "empty", "filled"] as const;
const SUGGESTED = 200;

interface Props {
  column: Column;
  rows: readonly CaseRow[];
  filter: Filter | undefined;
  onFilter: (filter: Filter | null) => void;
  onClose: () => void;
}

/** Show only the cases whose cell says something. */
export function FilterDialog({ column, rows, filter, onFilter, onClose }: Props) {
  const t = useTranslations("cases.filter");
  const common = useTranslations("common.dialog");
  const [mode, setMode] = useState<Filter["mode"]>(filter?.mode ?? "contains");
  const [text, setText] = useState(filter?.text ?? "");
  const list = useId();
  const isWorded = mode === "contains" || mode === "is";
  const said = [...new Set(rows.map((row) => cellText(row, column)))].filter(Boolean).slice(0, SUGGESTED);
  const apply = () => {
    onFilter(isWorded && text.trim() === "" ? null : { mode, text: text.trim() });
    onClose();
  };
  return (
    <Dialog
      title={t("title", { name: column.label })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button kind="main" onPress={apply}>
            {t("apply")}
          </Button>
        </>
      }
    >
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Select
          label={t("mode")}
          value={mode}
          onChange={setMode}
          options={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
        />
        {isWorded ? (
          <>
            <Field label={t("words")} value={text} onChange={setText} list={list} autoFocus />
            <datalist id={list}>
              {said.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
