import { useTranslations } from "use-intl";

import { Link } from "../../components/Link";
import type { Counts } from "../../services/shapes";

const LINES = [
  ["sources", "/sources"],
  ["interviewed", "/cases"],
  ["codes", "/codebook"],
  ["codings", "/codebook"],
  ["cases", "/cases"],
  ["memos", "/memos"],
  ["links", "/codebook"],
  ["operations", "/history"],
] as const;

/** The study's figures, as sentences that lead to what they count. */
export function WhatThereIs({ counts }: { counts: Counts }) {
  const t = useTranslations("home.there");
  const lines = LINES.filter(([name]) => counts[name] > 0);
  return (
    <section aria-labelledby="home-there">
      <h3 id="home-there" className="label">
        {t("title")}
      </h3>
      <ul className="home-figures">
        {lines.map(([name, to]) => (
          <li key={name}>
            {t.rich(name, {
              ...counts,
              link: (words) => <Link to={to}>{words}</Link>,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
