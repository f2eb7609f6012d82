import { useId } from "react";
import "./controls.css";

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** The heading that it stands under. */
  group?: string;
}

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  isLabelUnseen?: boolean;
  isDisabled?: boolean;
}

/** One of a few, by the browser's own list. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, isLabelUnseen = false, isDisabled = false } = props;
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group ?? ""))];
  const shown = (group: string) =>
    options
      .filter((option) => (option.group ?? "") === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <label className="select" htmlFor={id}>
      <span className={isLabelUnseen ? "unseen" : undefined}>{label}</span>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {groups.map((group) =>
          group ? (
            <optgroup key={group} label={group}>
              {shown(group)}
            </optgroup>
          ) : (
            shown(group)
          ),
        )}
      </select>
    </label>
  );
}
