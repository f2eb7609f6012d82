import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Header } from "../../components/Header";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { address } from "../../services/address";
import { download } from "../../services/download";
import { useAsOf } from "../../store/asking";
import { ALL } from "./grid-columns";
import type { OpenDialog } from "./use-case-address";
import type { Shape } from "./use-view-state";

interface Props {
  canWrite: boolean;
  isEmpty: boolean;
  kind: string;
  shape: Shape;
  onShape: (shape: Shape) => void;
  onOpen: (dialog: OpenDialog) => void;
}

/** What can be done with the cases as a whole. */
export function CaseHeader({ canWrite, isEmpty, kind, shape, onShape, onOpen }: Props) {
  const t = useTranslations("cases");
  const as_of = useAsOf();
  const word = address("/api/documents/cases.docx", { kind: kind === ALL ? null : kind, as_of });
  return (
    <Header
      title={t("title")}
      beside={
        isEmpty ? null : (
          <div className="case-shape no-print" role="group" aria-label={t("tools.shape")}>
            {(["grid", "tree"] as const).map((each) => (
              <button
                key={each}
                type="button"
                className="case-kind"
                aria-pressed={shape === each}
                onClick={() => onShape(each)}
              >
                {t(`tools.${each}`)}
              </button>
            ))}
          </div>
        )
      }
    >
      {isEmpty ? null : (
        <Menu
          label={t("export.title")}
          choices={[
            { id: "docx", label: t("export.docx"), run: () => download(word) },
            { id: "print", label: t("export.print"), run: () => window.print() },
          ]}
        >
          <Button size="small">
            {t("export.title")} <Icon name="down" />
          </Button>
        </Menu>
      )}
      {canWrite && !isEmpty ? (
        <>
          <Button size="small" onPress={() => onOpen({ name: "attribute", attribute: null })}>
            {t("act.attribute")}
          </Button>
          <Button size="small" onPress={() => onOpen({ name: "import", text: "" })}>
            {t("act.import")}
          </Button>
          <Button size="small" kind="main" onPress={() => onOpen({ name: "case" })}>
            {t("act.new")}
          </Button>
        </>
      ) : null}
    </Header>
  );
}
