import { useState } from "react";

import { IconButton } from "./Button";
import { Icon } from "./Icon";
import "./asked-field.css";

interface Props {
  label: string;
  value: string;
  placeholder: string;
  /** The name of the button that empties it. */
  clear: string;
  onChange: (value: string) => void;
}

/** A place to type what is asked at Enter, or when the field is left; Esc takes back the typing. */
export function AskedField({ label, value, placeholder, clear, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const say = () => {
    if (typed !== null && typed.trim() !== value) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <span className="asked-field">
      <label>
        <span>{label}</span>
        <input
          className="input"
          value={typed ?? value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={say}
          onKeyDown={(event) => {
            if (event.key === "Enter") say();
            else if (event.key === "Escape") setTyped(null);
          }}
        />
      </label>
      {value ? (
        <IconButton label={clear} onPress={() => onChange("")}>
          <Icon name="close" />
        </IconButton>
      ) : null}
    </span>
  );
}
