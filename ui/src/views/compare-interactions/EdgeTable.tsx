import { useImperativeHandle, useRef } from "react";
import type { KeyboardEvent, Ref } from "react";
import { useTranslations } from "use-intl";

import type { components } from "../../services/api-types";
import type { Edge, Graph } from "../../store/interactions";
import { signOf } from "./drawing";

type Rest = components["schemas"]["InteractionSensitivity"];

export interface EdgeTableHandle {
  /** Go to an edge, or to the first one. */
  focus: (key: string | null) => void;
}

interface Props {
  graph: Graph;
  /** What remains without each case, where that is to be shown. */
  rest?: Rest | undefined;
  open: string | null;
  onOpen: (key: string, how: { byKey: boolean }) => void;
  ref: Ref<EdgeTableHandle>;
}

/** Every edge a row: who says so, of how many, where, and what speaks against it. */
export function EdgeTable({ graph, rest, open, onOpen, ref }: Props) {
  const t = useTranslations("compareInteractions.table");
  const frame = useRef<HTMLDivElement>(null);
  const buttons = () => [...(frame.current?.querySelectorAll<HTMLButtonElement>("button[data-edge]") ?? [])];
  useImperativeHandle(ref, () => ({
    focus: (key) => (buttons().find(({ dataset }) => dataset["edge"] === key) ?? buttons()[0])?.focus(),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(to, all.length - 1))]?.focus();
  };
  const restOf = (edge: Edge, name: string) =>
    rest?.edges.find(({ key, case: without }) => key === edge.key && without === name);

  return (
    // The arrow keys go from edge to edge; each of them is reached by Tab, too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className="interactions-frame" onKeyDown={onKeyDown}>
      <table className="interactions-table">
        <caption className="unseen">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("edge")}</th>
            <th scope="col">{t("sign")}</th>
            <th scope="col" className="number">
              {t("sayIt")}
            </th>
            {graph.groups.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            {rest?.cases.map((name) => (
              <th key={name} scope="col" className="number">
                {t("without", { name })}
              </th>
            ))}
            <th scope="col" className="number">
              {t("cases")}
            </th>
            <th scope="col" className="number">
              {t("sectors")}
            </th>
            <th scope="col" className="number">
              {t("passages")}
            </th>
            <th scope="col" className="number">
              {t("against")}
            </th>
            <th scope="col">{t("basis")}</th>
            <th scope="col">{t("restsOn")}</th>
          </tr>
        </thead>
        <tbody>
          {graph.edges.map((edge) => (
            <tr key={edge.key} className={edge.key === open ? "open" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="interactions-open"
                  data-edge={edge.key}
                  aria-pressed={edge.key === open}
                  onClick={({ detail }) => onOpen(edge.key, { byKey: detail === 0 })}
                >
                  {edge.start_name} <span aria-hidden="true">{edge.directed ? "→" : "–"}</span>
                  <span className="unseen">{t(edge.directed ? "actsOn" : "and")}</span> {edge.end_name}
                </button>
              </th>
              <td>
                <span className={`interactions-sign ${signOf(edge.sign).name}`}>
                  <span aria-hidden="true">{signOf(edge.sign).mark}</span>
                  <span className="unseen">{t(`signs.${signOf(edge.sign).name}`)}</span>
                </span>
              </td>
              <td className="number">{t("ofMany", { count: edge.participants, of: edge.of })}</td>
              {graph.groups.map(({ name, of }, at) => (
                <td key={name} className="number">
                  {t("ofMany", { count: edge.by[at] ?? 0, of })}
                </td>
              ))}
              {rest?.cases.map((name) => {
                const left = restOf(edge, name);
                return (
                  <td key={name} className="number">
                    {left?.remains ? left.participants : <em>{t("gone")}</em>}
                  </td>
                );
              })}
              <td className="number">{edge.cases ?? "–"}</td>
              <td className="number">{edge.sectors ?? "–"}</td>
              <td className="number">{edge.passages}</td>
              <td className="number">{edge.against}</td>
              <td>
                {[edge.asserted > 0 ? t("asserted") : "", edge.inferred > 0 ? t("inferred") : ""]
                  .filter(Boolean)
                  .join(", ")}
              </td>
              <td>
                {[edge.only_case ?? "", edge.only_participant ? t("oneParticipant") : ""].filter(Boolean).join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
