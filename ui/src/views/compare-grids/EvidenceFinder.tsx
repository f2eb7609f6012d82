import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import { PassageCard } from "../../components/PassageCard";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import { Select } from "../../components/Select";
import type { PassageRow } from "../../services/shapes";
import type { JudgementRow } from "../../services/shapes/synthesis-chart";
import { useCodes } from "../../store/codes";
import { useGridActs } from "../../store/grids";
import { useSearch } from "../../store/search";
import { useCanWrite } from "../../store/study";

const FEW = 20;

/** Finds passages by a code or a search, to speak for a judgement or against it. */
export function EvidenceFinder({ judgement }: { judgement: JudgementRow }) {
  const t = useTranslations("compareGrids.finder");
  const acts = useGridActs();
  const canWrite = useCanWrite();
  const { data: codes } = useCodes();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const { data, error } = useSearch(asked, FEW);
  const found = data?.pages[0]?.items ?? [];
  if (!canWrite) return null;
  const place = ({ source_id, start_char, end_char }: PassageRow) => ({ source: source_id, start_char, end_char });
  return (
    <section className="grids-finder" aria-labelledby="grids-finder">
      <h3 id="grids-finder">{t("title")}</h3>
      <Select
        label={t("code")}
        value=""
        options={[
          { value: "", label: t("anyCode") },
          ...(codes?.codes ?? []).map(({ id, path }) => ({ value: id, label: path.join(" > ") })),
        ]}
        onChange={(id) => {
          const code = codes?.codes.find((each) => each.id === id);
          if (!code) return;
          const question = `code:"${code.path.join(" > ").replaceAll('"', "")}"`;
          setTyped(question);
          setAsked(question);
        }}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <Field label={t("search")} value={typed} onChange={setTyped} spellCheck={false} />
      </form>
      {isSlip(error) ? <QuerySlip failure={error} asked={asked} /> : null}
      {asked && data && found.length === 0 ? <p className="quiet">{t("nothing")}</p> : null}
      <ul className="grids-evidence">
        {found.map((passage) => (
          <li key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}>
            <PassageCard passage={passage}>
              <span className="row">
                <Button size="small" onPress={() => void acts.give(judgement.id, [place(passage)], false)}>
                  {t("for")}
                </Button>
                <Button size="small" onPress={() => void acts.give(judgement.id, [place(passage)], true)}>
                  {t("against")}
                </Button>
              </span>
            </PassageCard>
          </li>
        ))}
      </ul>
    </section>
  );
}
