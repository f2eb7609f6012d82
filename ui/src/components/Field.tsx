import { useId } from "react";
import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from "react";
import { useTranslations } from "use-intl";
import "./controls.css";

interface Common {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | null;
  error?: string | null;
  isRequired?: boolean;
  /** The label is for screen readers only. */
  isLabelUnseen?: boolean;
}

// Both kinds of field share most attributes; which kind it is says `rows`.
type Inputs = Omit<InputHTMLAttributes<HTMLInputElement>, keyof Common | "id">;
type Areas = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Common | "id">;
type Props = Common &
  (
    | ({ rows?: undefined; ref?: Ref<HTMLInputElement> | undefined } & Inputs)
    | ({ rows: number; ref?: Ref<HTMLTextAreaElement> | undefined } & Areas)
  );

/** A place to type, with its label, a hint and what is wrong; with `rows` it takes several lines. */
export function Field(props: Props) {
  const { label, value, onChange, hint, error, isRequired, isLabelUnseen, ...rest } = props;
  const t = useTranslations("common.field");
  const id = useId();
  const shared = {
    id,
    className: "input",
    value,
    required: isRequired,
    "aria-invalid": Boolean(error),
    "aria-describedby": hint || error ? `${id}-about` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelUnseen ? "unseen" : undefined}>
        {label}
        {isRequired ? <span className="field-hint"> {t("required")}</span> : null}
      </label>
      {rest.rows === undefined ? (
        <input {...rest} {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...rest} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint || error ? (
        <p id={`${id}-about`} className={error ? "field-error" : "field-hint"}>
          {error ?? hint}
        </p>
      ) : null}
    </div>
  );
}
