import { Component } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { Button } from "./components/Button";
import { EmptyState } from "./components/EmptyState";

/** Keeps a view that breaks from taking the desk down with it. */
export class ViewGuard extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useTranslations("common.failure");
  return (
    <div role="alert">
      <EmptyState
        title={t("viewBroke")}
        action={<Button onPress={() => window.location.reload()}>{t("reload")}</Button>}
      >
        {t("viewBrokeHint")}
      </EmptyState>
    </div>
  );
}
