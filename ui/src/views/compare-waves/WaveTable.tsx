import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import { address } from "../../services/address";
import type { components } from "../../services/api-types";
import type { WaveRow } from "../../services/shapes";
import { useWaveActs } from "../../store/waves";

interface Props {
  list: components["schemas"]["WaveList"];
  canWrite: boolean;
  onEdit: (wave: WaveRow) => void;
}

/** The waves with their days and how many sources lie in each. */
export function WaveTable({ list, canWrite, onEdit }: Props) {
  const t = useTranslations("compareWaves.table");
  const { remove } = useWaveActs();
  return (
    <section aria-label={t("caption")}>
      <table className="plain-table wave-table">
        <thead>
          <tr>
            <th scope="col">{t("wave")}</th>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("to")}</th>
            <th scope="col">{t("sources")}</th>
            <th scope="col">{t("description")}</th>
            {canWrite ? (
              <th scope="col" className="no-print">
                <span className="unseen">{t("acts")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {list.waves.map((wave) => (
            <tr key={wave.id}>
              <th scope="row">
                <Link to={address("/search", { q: `wave:"${wave.name}"` })}>{wave.name}</Link>
              </th>
              <td>{wave.start_day ? <DateText at={wave.start_day} /> : null}</td>
              <td>{wave.end_day ? <DateText at={wave.end_day} /> : <span className="quiet">{t("goesOn")}</span>}</td>
              <td>{wave.sources}</td>
              <td>{wave.description}</td>
              {canWrite ? (
                <td className="no-print">
                  <IconButton label={t("edit", { name: wave.name })} onPress={() => onEdit(wave)}>
                    <Icon name="edit" />
                  </IconButton>
                  <IconButton label={t("remove", { name: wave.name })} onPress={() => void remove(wave.id)}>
                    <Icon name="close" />
                  </IconButton>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {list.in_no_wave > 0 ? (
        <p className="quiet small">{t("outside", { sources: list.in_no_wave, undated: list.without_a_day })}</p>
      ) : null}
      <p className="small">
        <Link to={address("/compare", { rows: "codes:all", columns: "waves" })}>{t("matrix")}</Link>
      </p>
    </section>
  );
}
