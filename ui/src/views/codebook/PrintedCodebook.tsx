/** The codebook on paper: every code with what it says of itself. */
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";

import type { CodeRow } from "../../services/shapes";

interface Props {
  codes: readonly CodeRow[];
  of: { interviewed: number; sites: number };
  title: string;
}

export function PrintedCodebook({ codes, of, title }: Props) {
  const t = useTranslations("codebook");
  return (
    <div className="codebook-paper">
      <p className="quiet">{title}</p>
      {codes.map((code) => {
        const origin = code.origin ? t("paper.origin", { origin: code.origin }) : "";
        const rows = [
          ["definition", code.definition],
          ["includes", code.includes],
          ["excludes", code.excludes],
          ["example", code.example],
          ["citation", code.citation],
        ] as const;
        return (
          <section key={code.id} style={{ "--level": code.depth } as CSSProperties}>
            <h2 className={code.depth === 0 ? "top" : undefined}>
              {code.name}
              {code.status === "retired" ? ` (${t("tree.retired")})` : ""}
            </h2>
            <p className="quiet small">
              {t("counts", {
                participants: code.counts.participants,
                interviewed: of.interviewed,
                cases: code.counts.cases,
                sites: of.sites,
                passages: code.counts.passages,
              })}
              {origin}
            </p>
            {rows.map(([field, text]) =>
              text ? (
                <p key={field}>
                  {field === "definition" ? null : <strong>{t(`field.${field}`)}: </strong>}
                  {text}
                </p>
              ) : null,
            )}
          </section>
        );
      })}
    </div>
  );
}
