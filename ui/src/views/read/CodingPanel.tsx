/** The chosen coding: its words, whose it is, and what can be done with it. */

import { useFormatter, useTranslations } from "use-intl";
import { Button, IconButton } from "../../components/Button";
import { Kbd } from "../../components/Kbd";
import { Select } from "../../components/Select";
import { usePassageInHand } from "../../store/passage-in-hand";
import type { CodingRow } from "../../store/pending-codings";
import { useBoundaries } from "./use-boundaries";
import { useReadingView } from "./reading-context";

const VALENCES = ["none", "enabling", "constraining", "mixed"] as const;
const SHOWN_WORDS = 220;

export function CodingPanel({ coding }: { coding: CodingRow }) {
  const t = useTranslations("read.coding");
  const format = useFormatter();
  const { source, acts, canWrite, coderName, wordsAt, selected, setOpen, transcript, choose } =
    useReadingView();
  const { move, canUse, useSelection } = useBoundaries(coding, selected);
  const words = wordsAt(coding);
  const coder = coderName(coding.coder);
  const date = format.dateTime(new Date(`${coding.coded_on}T12:00`), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const valence = VALENCES.find((each) => each === coding.valence) ?? "none";
  return (
    <section className="coding-panel">
      <h3>{t("heading")}</h3>
      {coding.region ? (
        <p>{t("rectangle")}</p>
      ) : (
        <blockquote>
          {words.length > SHOWN_WORDS ? `${words.slice(0, SHOWN_WORDS)}…` : words}
        </blockquote>
      )}
      <p className="quiet small">{coder ? t("byOn", { coder, date }) : t("on", { date })}</p>
      {canWrite ? (
        <>
          <div className="coding-acts">
            <Button
              size="small"
              onPress={() =>
                setOpen({
                  what: "picker",
                  place: { start_char: coding.start_char, end_char: coding.end_char },
                  recode: coding.id,
                  box: transcript.current?.selectionBox() ?? null,
                })
              }
            >
              {t("recode")}
            </Button>
            <Button size="small" onPress={() => setOpen({ what: "memo", place: coding })}>
              {t("memo")} <Kbd keys="m" />
            </Button>
            <Button
              size="small"
              onPress={() =>
                usePassageInHand.getState().set({
                  asked: { ...coding, source: source.id, source_name: source.name, text: words },
                })
              }
            >
              {t("toFinding")} <Kbd keys="q" />
            </Button>
            <Button
              size="small"
              onPress={() => {
                choose(null);
                void acts.uncode([coding.id]);
              }}
            >
              {t("uncode")} <Kbd keys="Delete" />
            </Button>
          </div>
          {coding.region ? null : (
            <div className="coding-boundaries" role="group" aria-label={t("boundaries")}>
              <span className="quiet small">{t("boundaries")}</span>
              <IconButton label={t("startLess")} onPress={() => move("start", false)}>
                ⇤
              </IconButton>
              <IconButton label={t("startMore")} onPress={() => move("start", true)}>
                ↦
              </IconButton>
              <IconButton label={t("endLess")} onPress={() => move("end", false)}>
                ↤
              </IconButton>
              <IconButton label={t("endMore")} onPress={() => move("end", true)}>
                ⇥
              </IconButton>
              {canUse ? (
                <Button size="small" onPress={useSelection}>
                  {t("useSelection")}
                </Button>
              ) : null}
            </div>
          )}
          <div className="row">
            <Select
              label={t("valence")}
              value={valence}
              options={VALENCES.map((value) => ({ value, label: t(`valences.${value}`) }))}
              onChange={(value) =>
                void acts.change(coding.id, { valence: value === "none" ? null : value })
              }
            />
          </div>
        </>
      ) : null}
      {coding.basis ? (
        <p className="small">
          <span className="quiet">{t("basis")}: </span>
          {coding.basis}
        </p>
      ) : null}
    </section>
  );
}
