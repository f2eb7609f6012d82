import type { AnchorHTMLAttributes, ReactNode } from "react";
import { Link as Routed, useSearchParams } from "wouter";

import { withAsOf } from "../services/address";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  to: string;
  children: ReactNode;
}

/** A link inside the desk; it keeps the day that is looked at. */
export function Link({ to, children, ...rest }: Props) {
  const [parameters] = useSearchParams();
  return (
    <Routed href={withAsOf(to, parameters.get("as_of"))} {...rest}>
      {children}
    </Routed>
  );
}
