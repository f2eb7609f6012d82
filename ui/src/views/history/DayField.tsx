import { useId, useState } from "react";

interface Props {
  label: string;
  value: string;
  latest: string;
  onChange: (day: string) => void;
}

const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

/** A day by the browser's own field. While it is typed it passes through days that nobody means:
 * they are taken once they are whole and in this age. */
export function DayField({ label, value, latest, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  return (
    <label className="select" htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type="date"
        className="input history-day"
        value={typed}
        min="1970-01-01"
        max={latest}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value === "" || DAY.test(target.value)) onChange(target.value);
        }}
      />
    </label>
  );
}
