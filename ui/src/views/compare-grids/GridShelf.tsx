import { useTranslations } from "use-intl";
import { useLocation } from "wouter";

import { Button } from "../../components/Button";
import type { OfferedGrid } from "../../services/shapes/synthesis-chart";
import { useGridActs } from "../../store/grids";
import { useCanWrite } from "../../store/study";

/** The grids that come with crosscase; others are added from a file on the command line. */
export function GridShelf({ offered, hasGrids }: { offered: readonly OfferedGrid[]; hasGrids: boolean }) {
  const t = useTranslations("compareGrids.shelf");
  const acts = useGridActs();
  const canWrite = useCanWrite();
  const [, go] = useLocation();
  const add = async (key: string) => {
    const saved = await acts.add(key);
    if (saved?.ids[0]) go(`/compare/grids?grid=${saved.ids[0]}`);
  };
  return (
    <section className="grids-shelf">
      <h2>{t("title")}</h2>
      <p className="quiet">{t("text")}</p>
      <ul>
        {offered.map((grid) => (
          <li key={grid.key}>
            <h3>{grid.name}</h3>
            <p>{grid.description}</p>
            <p className="quiet small">{grid.citation}</p>
            {canWrite ? (
              <Button size="small" onPress={() => void add(grid.key)}>
                {t("add", { name: grid.name })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {offered.length === 0 ? <p className="quiet">{t("all")}</p> : null}
      <p className="quiet small">{t.rich("file", { code: (words) => <code>{words}</code> })}</p>
      {hasGrids ? (
        <Button size="small" onPress={() => go("/compare/grids")}>
          {t("back")}
        </Button>
      ) : null}
    </section>
  );
}
