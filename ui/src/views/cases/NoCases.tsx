import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import type { OpenDialog } from "./use-case-address";

/** A study without cases yet: how to begin. */
export function NoCases({ canWrite, onOpen }: { canWrite: boolean; onOpen: (dialog: OpenDialog) => void }) {
  const t = useTranslations("cases.none");
  const rows = [
    [t("example.name"), t("example.site"), t("example.role")],
    ["P01", "Saltmarsh", t("example.nurse")],
    ["P02", "Estuary", t("example.manager")],
  ];
  return (
    <EmptyState
      title={t("title")}
      action={
        canWrite ? (
          <>
            <Button kind="main" onPress={() => onOpen({ name: "import", text: "" })}>
              {t("import")}
            </Button>
            <Button onPress={() => onOpen({ name: "case" })}>{t("one")}</Button>
          </>
        ) : null
      }
    >
      <p>{t("what")}</p>
      <p>{t("how")}</p>
      <table className="paste-table example">
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell) => (at === 0 ? <th key={cell} scope="col">{cell}</th> : <td key={cell}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t("later")}</p>
    </EmptyState>
  );
}
