import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Header } from "../../components/Header";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { address } from "../../services/address";
import { download } from "../../services/download";
import { useAsOf } from "../../store/asking";
import { codebookAddress } from "../../store/codes";
import type { OpenDialog } from "./use-codebook-actions";

interface Props {
  canWrite: boolean;
  hasCodes: boolean;
  onOpen: (dialog: OpenDialog) => void;
}

/** What can be done with the whole codebook. */
export function CodebookHeader({ canWrite, hasCodes, onOpen }: Props) {
  const t = useTranslations("codebook");
  const as_of = useAsOf();
  const file = (format: "csv" | "xlsx" | "yaml" | "md") => ({
    id: format,
    label: t(`export.${format}`),
    run: () => download(codebookAddress(format) + (as_of ? `&as_of=${encodeURIComponent(as_of)}` : "")),
  });
  return (
    <Header title={t("title")}>
      {hasCodes ? (
        <>
          <Menu
            label={t("export.title")}
            choices={[
              { id: "docx", label: t("export.docx"), run: () => download(address("/api/documents/codebook.docx", { as_of })) },
              { id: "print", label: t("export.print"), run: () => window.print() },
              { ...file("csv"), hasLine: true },
              file("xlsx"),
              file("yaml"),
              file("md"),
            ]}
          >
            <Button size="small">
              {t("export.title")} <Icon name="down" />
            </Button>
          </Menu>
        </>
      ) : null}
      {canWrite ? (
        <>
          <Menu
            label={t("add.title")}
            choices={[
              { id: "framework", label: t("add.framework"), run: () => onOpen({ name: "framework" }) },
              { id: "import", label: t("add.import"), run: () => onOpen({ name: "import" }) },
            ]}
          >
            <Button size="small">
              {t("add.title")} <Icon name="down" />
            </Button>
          </Menu>
          <Button size="small" kind="main" onPress={() => onOpen({ name: "new", parent: null })}>
            {t("add.code")}
          </Button>
        </>
      ) : null}
    </Header>
  );
}
