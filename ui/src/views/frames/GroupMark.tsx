/** A group by its place among the others, darker the higher, beside its name. */
export function GroupMark({ number, of, label }: { number: number; of: number; label: string }) {
  return (
    <span>
      <i className="frame-tint" style={{ opacity: tintOf(number, of) }} aria-hidden="true" />
      {label}
    </span>
  );
}

/** How strong the tint of a group is: the names stand beside, so that colour is not alone. */
const tintOf = (number: number, of: number) => (of > 1 ? 0.2 + (0.8 * (number - 1)) / (of - 1) : 1);
