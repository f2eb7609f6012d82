import { useEffect } from "react";
import type { ComponentType } from "react";
import { Route, Switch, useLocation } from "wouter";

import "./shell.css";
import { DeskBanners } from "./DeskBanners";
import { DeskRail } from "./DeskRail";
import { Dialogs } from "./Dialogs";
import { KeysBar } from "./components/KeysBar";
import { ViewGuard } from "./ViewGuard";
import { prepareViews, preparedView } from "./prepared-view";
import { pressed } from "./services/keys";
import { useDeskActions } from "./store/desk-actions";
import { useConnection } from "./store/connection";

/** Each view is loaded when it is first gone to, or before, while the page rests. */
const VIEWS: readonly [path: string, view: ComponentType][] = [
  ["/", preparedView(() => import("./views/home"))],
  ["/sources", preparedView(() => import("./views/sources"))],
  ["/sources/:id", preparedView(() => import("./views/read"))],
  ["/codebook/:id?", preparedView(() => import("./views/codebook"))],
  ["/cases/:id?", preparedView(() => import("./views/cases"))],
  ["/memos/:id?", preparedView(() => import("./views/memos"))],
  ["/frames/:id?", preparedView(() => import("./views/frames"))],
  ["/fieldwork", preparedView(() => import("./views/fieldwork"))],
  ["/search", preparedView(() => import("./views/search"))],
  ["/compare", preparedView(() => import("./views/compare"))],
  ["/compare/grids", preparedView(() => import("./views/compare-grids"))],
  ["/compare/framework", preparedView(() => import("./views/compare-framework"))],
  ["/compare/groups", preparedView(() => import("./views/compare-groups"))],
  ["/compare/cooccurrence", preparedView(() => import("./views/compare-cooccurrence"))],
  ["/compare/interactions", preparedView(() => import("./views/compare-interactions"))],
  ["/compare/dominance", preparedView(() => import("./views/compare-dominance"))],
  ["/compare/saturation", preparedView(() => import("./views/compare-saturation"))],
  ["/compare/waves", preparedView(() => import("./views/compare-waves"))],
  ["/compare/qca/:id?", preparedView(() => import("./views/compare-qca"))],
  ["/findings/:id?", preparedView(() => import("./views/findings"))],
  ["/history/:operation?", preparedView(() => import("./views/history"))],
];
const NotFound = preparedView(() => import("./views/not-found"));

/** What stands around every view: rail, banners, keys, dialogs. */
export function Shell() {
  const [path] = useLocation();
  const view = path.split("/")[1]; // going from one thing to the next keeps the view as it is
  useConnection();
  useDeskActions();

  useEffect(prepareViews, []);
  useEffect(() => {
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);

  return (
    <div className="desk">
      <DeskRail />
      <main className="desk-work">
        <DeskBanners />
        <div className="desk-view">
          <ViewGuard key={view}>
            <Switch>
              {VIEWS.map(([address, View]) => (
                <Route key={address} path={address} component={View} />
              ))}
              <Route component={NotFound} />
            </Switch>
          </ViewGuard>
        </div>
        <KeysBar />
      </main>
      <Dialogs />
    </div>
  );
}
