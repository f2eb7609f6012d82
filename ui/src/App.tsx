import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense, lazy, useEffect, useState } from "react";
import { IntlProvider } from "use-intl";
import { Router } from "wouter";

import { Shell } from "./Shell";
import { en, messagesOf } from "./messages";
import { cache } from "./store/asking";
import { goOrAsk } from "./services/leaving";
import { useDesk } from "./store/desk";
import { useIsStudyOpen } from "./store/shelf";
import { useTheme } from "./store/theme";

const Welcome = lazy(() => import("./views/welcome"));

/** The desk: its words, its theme, and the page that the address names. */
export function App() {
  const language = useDesk((desk) => desk.language);
  const [shown, setShown] = useState({ language: "en" as typeof language, messages: en });
  useTheme();

  useEffect(() => {
    let isWanted = true;
    void messagesOf(language).then((messages) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      setShown({ language, messages });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);

  return (
    <IntlProvider
      // British: day before month, 24 hours.
      locale={shown.language === "en" ? ("en-GB" as "en") : shown.language}
      messages={shown.messages}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      <QueryClientProvider client={cache}>
        <Desk />
      </QueryClientProvider>
    </IntlProvider>
  );
}

/** The study that is open, or the shelf to choose one from. */
function Desk() {
  const isOpen = useIsStudyOpen();
  if (isOpen)
    return (
      <Router aroundNav={goOrAsk}>
        <Shell />
      </Router>
    );
  return <Suspense>{isOpen === false ? <Welcome /> : null}</Suspense>;
}
