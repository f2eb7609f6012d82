/** A code by its own name, with where it lies small beside it: names at the end of a path count. */
export function CodePath({ label }: { label: string }) {
  const path = label.split(" > ");
  const above = path.slice(0, -1).join(" > ");
  return (
    <span title={label}>
      {path.at(-1)} {above ? <small>{above}</small> : null}
    </span>
  );
}
