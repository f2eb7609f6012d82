import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import type { PastePlan } from "./pasting";

const SHOWN = 60;

interface Props {
  plan: PastePlan;
  onPaste: () => void;
  onClose: () => void;
}

/** What a paste would overwrite, and which cells do not fit, before anything is stored. */
export function PasteDialog({ plan, onPaste, onClose }: Props) {
  const t = useTranslations("cases.paste");
  const common = useTranslations("common.dialog");
  const { cells, overwritten, unfit, rowsBeyond, columnsBeyond } = plan;
  const isPart = unfit.length > 0 || rowsBeyond > 0 || columnsBeyond > 0;
  return (
    <Dialog
      title={t("title")}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          {cells.length > 0 ? (
            <Button kind={isPart ? "quiet" : "main"} onPress={onPaste}>
              {t(isPart ? "others" : "all", { count: cells.length })}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t("nothingYet")}</p>
      {unfit.length > 0 ? (
        <section>
          <h3 className="paste-heading warn">{t("unfit", { count: unfit.length })}</h3>
          <table className="paste-table">
            <thead>
              <tr>
                <th scope="col">{t("cell")}</th>
                <th scope="col">{t("pasted")}</th>
                <th scope="col">{t("why")}</th>
              </tr>
            </thead>
            <tbody>
              {unfit.slice(0, SHOWN).map((each) => (
                <tr key={`${each.row} ${each.column}`}>
                  <th scope="row">{t("cellName", { name: each.row, column: each.column })}</th>
                  <td>{each.text}</td>
                  <td>
                    {each.why} <span className="quiet">{each.hint}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {unfit.length > SHOWN ? <p className="quiet">{t("more", { count: unfit.length - SHOWN })}</p> : null}
        </section>
      ) : null}
      {rowsBeyond > 0 ? <p>{t("rowsBeyond", { count: rowsBeyond })}</p> : null}
      {columnsBeyond > 0 ? <p>{t("columnsBeyond", { count: columnsBeyond })}</p> : null}
      {overwritten.length > 0 ? (
        <section>
          <h3 className="paste-heading">{t("overwrites", { count: overwritten.length })}</h3>
          <table className="paste-table">
            <thead>
              <tr>
                <th scope="col">{t("cell")}</th>
                <th scope="col">{t("now")}</th>
                <th scope="col">{t("pasted")}</th>
              </tr>
            </thead>
            <tbody>
              {overwritten.slice(0, SHOWN).map((each) => (
                <tr key={`${each.row} ${each.column}`}>
                  <th scope="row">{t("cellName", { name: each.row, column: each.column })}</th>
                  <td className="quiet">{each.now}</td>
                  <td>{each.next === "" ? t("empty") : each.next}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {overwritten.length > SHOWN ? (
            <p className="quiet">{t("more", { count: overwritten.length - SHOWN })}</p>
          ) : null}
        </section>
      ) : null}
    </Dialog>
  );
}
