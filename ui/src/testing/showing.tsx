import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";

import { en } from "../messages";

/** Shows a part of the desk with its words. */
export function show(part: ReactNode) {
  const within = (content: ReactNode) => (
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      {content}
    </IntlProvider>
  );
  const shown = render(within(part));
  return { ...shown, rerender: (next: ReactNode) => shown.rerender(within(next)) };
}
