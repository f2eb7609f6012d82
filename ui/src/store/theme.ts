import { useEffect } from "react";

import { useDesk } from "./desk";

/** Puts the choice of light or dark on the page; without a choice the system's stands. */
export function useTheme(): void {
  const theme = useDesk((desk) => desk.theme);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === "auto") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
  }, [theme]);
}
