import { useId } from "react";
import { useTranslations } from "use-intl";

import { Select } from "../../components/Select";
import type { Cases } from "../../services/shapes";
import { orderedKinds } from "./grid-columns";
import type { ColumnUse, Pasted, Use, ValueType } from "./import-uses";
import { KNOWN_KINDS, useKindName } from "./kind-names";

const USES: readonly Use[] = ["name", "group", "attribute", "leave"];
const TYPES: readonly ValueType[] = ["text", "number", "day", "truth", "choice"];
const SAMPLE = 3;

interface Props {
  pasted: Pasted;
  uses: readonly ColumnUse[];
  kind: string;
  cases: Cases;
  onKind: (kind: string) => void;
  onUse: (at: number, use: Partial<ColumnUse>) => void;
}

/** What each column of the pasted table is: the name, a group, an attribute of a type. */
export function ImportColumns({ pasted, uses, kind, cases, onKind, onUse }: Props) {
  const t = useTranslations("cases.import");
  const types = useTranslations("cases.types");
  const kindName = useKindName();
  const list = useId();
  const kinds = orderedKinds(new Set([...KNOWN_KINDS, ...Object.keys(cases.kinds)]));
  const held = new Map(cases.attributes.map((each) => [each.name.toLocaleLowerCase(), each]));
  const hasKinds = pasted.columns.some((each) => each.toLocaleLowerCase() === "case_kind");

  return (
    <>
      <div className="row">
        <Select
          label={t("kind")}
          value={kind}
          onChange={onKind}
          options={[
            ...(hasKinds ? [{ value: "", label: t("kindOfEach") }] : []),
            ...kinds.map((value) => ({ value, label: kindName(value, 2) })),
          ]}
        />
        <span className="quiet">{t("rows", { count: pasted.rows.length })}</span>
      </div>
      <datalist id={list}>
        {kinds.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <table className="paste-table">
        <thead>
          <tr>
            <th scope="col">{t("column")}</th>
            <th scope="col">{t("holds")}</th>
            <th scope="col">{t("is")}</th>
          </tr>
        </thead>
        <tbody>
          {pasted.columns.map((column, at) => {
            const use = uses[at];
            if (!use || (hasKinds && kind === "" && column.toLocaleLowerCase() === "case_kind")) return null;
            const known = held.get(column.toLocaleLowerCase());
            const said = [...new Set(pasted.rows.map((row) => row[at] ?? ""))].filter(Boolean);
            return (
              <tr key={at}>
                <th scope="row">{column || <span className="quiet">{t("noHead")}</span>}</th>
                <td className="quiet paste-sample">{said.slice(0, SAMPLE).join(" · ")}</td>
                <td>
                  <span className="row">
                    <Select<Use>
                      label={t("useOf", { column })}
                      isLabelUnseen
                      value={use.use}
                      onChange={(value) => onUse(at, { use: value })}
                      options={USES.map((value) => ({ value, label: t(`uses.${value}`) }))}
                    />
                    {use.use === "group" ? (
                      <input
                        className="input short"
                        aria-label={t("kindOf", { column })}
                        list={list}
                        value={use.kind}
                        onChange={(event) => onUse(at, { kind: event.target.value })}
                      />
                    ) : null}
                    {use.use === "attribute" && known ? (
                      <span className="quiet">{t("known", { type: types(known.type) })}</span>
                    ) : null}
                    {use.use === "attribute" && !known ? (
                      <Select<ValueType | "">
                        label={t("typeOf", { column })}
                        isLabelUnseen
                        value={use.type}
                        onChange={(type) => onUse(at, { type })}
                        options={[
                          { value: "", label: t("asItLooks") },
                          ...TYPES.map((value) => ({ value, label: types(value) })),
                        ]}
                      />
                    ) : null}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
