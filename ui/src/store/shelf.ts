/** The shelf: which studies there are, and opening, making and leaving one. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { answer, api, begin } from "../services/api";
import { Failure } from "../services/failure";
import { cache } from "./asking";
import { useStudy } from "./study";

export function useShelf() {
  return useQuery({
    queryKey: ["shelf"],
    queryFn: () => answer(api.GET("/api/shelf")),
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
}

/** Whether a study is open; null while that is not known. */
export function useIsStudyOpen(): boolean | null {
  const { data, error, failureCount } = useStudy();
  if (error instanceof Failure && error.slug === "no-study-open") return false;
  return data || error || failureCount > 0 ? true : null;
}

/** The acts of the shelf, one at a time; what failed last is kept to be shown. */
export function useShelfActs() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (doing: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await doing();
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const nameOnce = (name: string | null) =>
    name === null ? null : answer(api.PUT("/api/person", { body: { name } }));
  return {
    failure,
    isBusy,
    /** A name that is given here is kept before. */
    make: (title: string, name: string | null) =>
      run(async () => {
        await nameOnce(name);
        await answer(api.POST("/api/shelf/new", { body: { title } }));
        begin();
      }),
    open: (id: string, name: string | null) =>
      run(async () => {
        await nameOnce(name);
        await answer(api.POST("/api/shelf/open", { body: { id } }));
        begin();
      }),
    rename: (name: string) =>
      run(async () => cache.setQueryData(["shelf"], await answer(api.PUT("/api/person", { body: { name } })))),
  };
}

/** Leave the study for the shelf; everything in it is stored. */
export async function leaveStudy(): Promise<void> {
  await answer(api.POST("/api/shelf/close"));
  begin();
}
