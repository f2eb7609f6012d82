import { Select } from "../../components/Select";
import { useSources } from "../../store/sources";

interface Props {
  label: string;
  /** What it says where there is none. */
  none: string;
  value: string;
  onChange: (source: string) => void;
}

/** One of the sources of the study, or none. */
export function SourceSelect({ label, none, value, onChange }: Props) {
  const { data } = useSources();
  return (
    <Select
      label={label}
      value={value}
      options={[
        { value: "", label: none },
        ...(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}
