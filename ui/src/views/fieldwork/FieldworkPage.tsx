import type { ReactNode } from "react";

/** A part of the view that scrolls; it takes the focus, so that arrow keys move it. */
export function FieldworkPage({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="fw-pages" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
