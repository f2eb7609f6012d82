import { useId } from "react";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";

/** Colours that people with any kind of colour vision tell apart: those that imports give too
 * (Okabe and Ito's, then Paul Tol's muted ones that differ from them). */
const COLOURS = {
  "#E69F00": "orange",
  "#56B4E9": "sky",
  "#009E73": "green",
  "#CC79A7": "pink",
  "#0072B2": "blue",
  "#D55E00": "vermilion",
  "#F0E442": "yellow",
  "#332288": "indigo",
  "#882255": "wine",
  "#999933": "olive",
  "#44AA99": "teal",
  "#AA4499": "purple",
} as const;

interface Props {
  colour: string | null;
  onChoose: (colour: string | null) => void;
  isReadOnly?: boolean;
}

export function ColourChoice({ colour, onChoose, isReadOnly = false }: Props) {
  const t = useTranslations("codebook.colour");
  const group = useId();
  const known = Object.entries(COLOURS).map(([value, name]) => ({ value, label: t(name) }));
  const own = colour !== null && !(colour in COLOURS) ? [{ value: colour, label: colour }] : [];
  const options: { value: string | null; label: string }[] = [{ value: null, label: t("none") }, ...known, ...own];
  return (
    <div className="colours" role="radiogroup" aria-label={t("label")}>
      {options.map(({ value, label }) => (
        <label key={value ?? "none"} className="colour" title={label}>
          <input
            type="radio"
            name={group}
            aria-label={label}
            checked={value === colour}
            disabled={isReadOnly}
            onChange={() => onChoose(value)}
          />
          <span
            className={value === null ? "swatch none" : "swatch"}
            style={{ "--k": value ?? "transparent" } as CSSProperties}
          />
        </label>
      ))}
    </div>
  );
}
