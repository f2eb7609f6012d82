import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { CompareTabs } from "../../components/CompareTabs";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { PassagesPanel } from "../../components/PassagesPanel";
import { Loading } from "../../components/Progress";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import "../../components/figures.css";
import "../../components/parts.css";
import { useActions } from "../../store/actions";
import { useCodePairs, usePairPassages, usePairsFile } from "../../store/cooccurrence";
import type { CodePairs, PairsChoice } from "../../store/cooccurrence";
import { useDesk } from "../../store/desk";
import "./cooccurrence.css";
import { HeatMap } from "./HeatMap";
import { PairTable } from "./PairTable";
import type { PairTableHandle } from "./PairTable";
import { PairsBar } from "./PairsBar";
import { usePairsChoice } from "./use-pairs-choice";

const FILES = ["xlsx", "csv", "svg", "png", "html"] as const;

/** Which codes meet, by a unit that is said, and the passages where they do. */
export default function CompareCooccurrence() {
  const t = useTranslations("compareCooccurrence");
  const { choice, pair, open, choose } = usePairsChoice();
  const { data, error, isPlaceholderData, refetch } = useCodePairs(choice);
  const fileOf = usePairsFile(choice);
  const table = useRef<PairTableHandle>(null);
  const [opened, setOpened] = useState(0);
  const made = error ? undefined : data;

  const show = (to: { first: string; second: string }, { byKey } = { byKey: false }) => {
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    open({ first: to.first, second: to.second });
    if (byKey) setOpened((count) => count + 1);
  };
  const back = () => {
    useDesk.getState().set({ isInspectorOver: false });
    table.current?.focus();
  };
  useActions([
    {
      id: "cooccurrence-table", title: t("keys.tableTitle"), keys: ["t"], bar: t("keys.table"), group: t("title"),
      run: () => table.current?.focus(),
    },
  ]);

  return (
    <>
      <Header title={t("title")}>
        {made && made.pairs.length > 0 ? (
          <span className="row no-print">
            <Button size="small" onPress={() => window.print()}>
              {t("print")}
            </Button>
            {FILES.map((kind) => (
              <a key={kind} className="button small" href={fileOf(kind)} download>
                {t(`files.${kind}`)}
              </a>
            ))}
          </span>
        ) : null}
      </Header>
      <CompareTabs />
      <div className="view">
        <div className="view-body figures">
          <PairsBar choice={choice} choose={choose} />
          {isSlip(error) ? <QuerySlip failure={error} asked={choice.where} /> : null}
          {error && !isSlip(error) ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!made && !error ? <Loading /> : null}
          {made ? (
            <>
              <UnitSaid made={made} />
              {made.pairs.length === 0 ? <p>{t("nothing")}</p> : null}
              {made.pairs.length > 0 ? (
                <div className="figures-both">
                  <PairTable ref={table} made={made} pair={pair} isOld={isPlaceholderData} onOpen={show} />
                  <HeatMap made={made} pair={pair} onOpen={show} />
                </div>
              ) : null}
              <section className="figures-notes" aria-label={t("notes")}>
                {made.total > made.pairs.length ? (
                  <p>{t("more", { shown: made.pairs.length, total: made.total })}</p>
                ) : null}
                <p>{made.notes.join(" ")}</p>
                {made.pairs.some(({ unequal }) => unequal) ? <p>{t("unequal")}</p> : null}
                <p>{t.rich("links", { link: (words) => <Link to="/compare/interactions">{words}</Link> })}</p>
              </section>
            </>
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          {made && pair ? (
            <PairPanel key={`${pair.first} ${pair.second}`} choice={choice} pair={pair} focusCount={opened} onBack={back} />
          ) : (
            <div className="inspector-hint">
              <h2>{t("inspector")}</h2>
              <p>{t("hint")}</p>
              <p className="quiet">{t("hintKeys")}</p>
            </div>
          )}
        </Inspector>
      </div>
    </>
  );
}

/** Warnings first, then the unit in words. */
function UnitSaid({ made }: { made: CodePairs }) {
  const t = useTranslations("compareCooccurrence.unit");
  const kind = made.unit_kind === "near" ? (made.measure === "turns" ? "nearTurns" : "nearChars") : made.unit_kind;
  return (
    <>
      {made.warnings.length > 0 ? (
        <ul className="figures-warnings">
          {made.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      <p className="figures-said">
        {t("says", { kind, distance: made.distance ?? 0 })}{" "}
        {t("counted", { noun: made.unit_noun, units: made.units, of: made.of })}
      </p>
    </>
  );
}

interface PanelProps {
  choice: PairsChoice;
  pair: { first: string; second: string };
  focusCount: number;
  onBack: () => void;
}

function PairPanel({ choice, pair, focusCount, onBack }: PanelProps) {
  const t = useTranslations("compareCooccurrence");
  const found = usePairPassages(choice, pair);
  return <PassagesPanel title={t("pair", pair)} found={found} focusCount={focusCount} onBack={onBack} />;
}
