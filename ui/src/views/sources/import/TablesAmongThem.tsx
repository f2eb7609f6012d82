import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { Link } from "../../../components/Link";
import { useImportDesk } from "../../../store/import-desk";

/** Tables are no transcripts: says where those of cases go. */
export function TablesAmongThem({ tables }: { tables: readonly File[] }) {
  const t = useTranslations("sources.table");
  const { set } = useImportDesk();
  return (
    <section className="import-tables" aria-labelledby="import-tables">
      <h3 id="import-tables">{t("title", { count: tables.length })}</h3>
      <p className="small">
        {t.rich("text", {
          link: (words) => (
            <Link to="/cases" onClick={() => set({ isOpen: false, tables: [] })}>
              {words}
            </Link>
          ),
        })}
      </p>
      <ul className="small">
        {tables.map((file) => (
          <li key={file.name} className="row">
            <span>{file.name}</span>
            <Button
              size="small"
              kind="plain"
              onPress={() => set({ tables: tables.filter((each) => each !== file) })}
            >
              {t("notNow")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
