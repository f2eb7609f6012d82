/** Beside the text: the chosen coding and its code, comparison, memos, and the codes to drag. */

import { useTranslations } from "use-intl";
import { Inspector } from "../../components/Inspector";
import { CodeList } from "./CodeList";
import { CodePanel } from "./CodePanel";
import { CodingPanel } from "./CodingPanel";
import { ComparisonPanel } from "./ComparisonPanel";
import { SourceMemos } from "./SourceMemos";
import { useReadingView } from "./reading-context";

export function ReadInspector() {
  const t = useTranslations("read.empty");
  const { chosen, codeInHand, place } = useReadingView();
  const isNothing = !chosen && !(codeInHand && place);
  return (
    <Inspector>
      {isNothing ? (
        <div className="read-empty">
          <h3>{t("title")}</h3>
          <p className="quiet">{t("text")}</p>
        </div>
      ) : null}
      {chosen ? <CodingPanel coding={chosen} /> : null}
      {codeInHand && place ? <CodePanel code={codeInHand} /> : null}
      {codeInHand && place ? <ComparisonPanel code={codeInHand} place={place} /> : null}
      <SourceMemos />
      <CodeList />
    </Inspector>
  );
}
