import { useRef, useState } from "react";

interface Props {
  label: string;
  name: string;
  /** Whether it was saved; where not, what was typed stays. */
  onSave: (name: string) => Promise<boolean>;
  onClose: () => void;
}

/** A name that is changed in its row. Enter saves, Esc leaves it as it was. */
export function NameField({ label, name, onSave, onClose }: Props) {
  const [typed, setTyped] = useState(name);
  const isOver = useRef(false);
  const close = () => {
    isOver.current = true;
    onClose();
  };
  const save = async () => {
    const wanted = typed.trim();
    if (isOver.current) return;
    if (wanted === "" || wanted === name || (await onSave(wanted))) close();
  };
  return (
    <input
      className="input sources-rename"
      aria-label={label}
      value={typed}
      autoFocus
      autoComplete="off"
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") void save();
        else if (event.key === "Escape") close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
