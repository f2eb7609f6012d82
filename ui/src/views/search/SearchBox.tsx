import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { SEARCH_BOX } from "../../store/desk-actions";

interface Props {
  question: string;
  onAsk: (question: string) => void;
  /** From the box down into what was found. */
  onDown: () => void;
}

/** The one box: Enter asks. */
export function SearchBox({ question, onAsk, onDown }: Props) {
  const t = useTranslations("search.box");
  const [typed, setTyped] = useState(question);
  return (
    <form
      role="search"
      className="search-box no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed);
      }}
    >
      <Icon name="search" />
      <input
        id={SEARCH_BOX}
        className="search-input"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        autoFocus={question === ""}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") onDown();
          else if (event.key === "Escape") event.currentTarget.blur();
          else return;
          event.preventDefault();
        }}
      />
      {typed ? (
        <IconButton
          label={t("clear")}
          onPress={() => {
            setTyped("");
            onAsk("");
            document.getElementById(SEARCH_BOX)?.focus();
          }}
        >
          <Icon name="close" />
        </IconButton>
      ) : null}
      <Button kind="main" size="small" type="submit">
        {t("ask")}
      </Button>
    </form>
  );
}
