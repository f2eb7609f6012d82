import { useTranslations } from "use-intl";

import type { Messages } from "../../messages";
import type { Stage } from "./board-columns";

/** What a stage of the board is called. */
export function useStageName(): (stage: Stage) => string {
  const t = useTranslations("fieldwork.stage");
  return (stage) => t(stage.replace(" ", "_") as keyof Messages["fieldwork"]["stage"]);
}
