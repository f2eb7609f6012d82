import { useTranslations } from "use-intl";

import { Failure } from "../services/failure";
import { tellFailure } from "../store/acting";
import { Button } from "./Button";
import "./notes.css";

interface Props {
  error: unknown;
  /** Ask once more. */
  onAgain?: () => void;
}

/** What could not be shown, why, and what to do. */
export function ErrorNote({ error, onAgain }: Props) {
  const t = useTranslations("common");
  const failure = error instanceof Failure ? error : Failure.from(null, 0);
  const { text, hint } = tellFailure(failure, t);
  return (
    <div className="error-note" role="alert">
      <strong>{text}</strong>
      {hint ? <p>{hint}</p> : null}
      {onAgain ? (
        <Button size="small" onPress={onAgain}>
          {t("failure.again")}
        </Button>
      ) : null}
    </div>
  );
}
