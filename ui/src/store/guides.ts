import { useQuery } from "@tanstack/react-query";

import { answer, api, asForm } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Bodies = components["schemas"];

/** All versions of all interview guides, those of one guide together, oldest first. */
export function useGuides() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "guides", asOf],
    queryFn: () => answer(api.GET("/api/guides", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ guides }) => guides,
  });
}

/** Where every participant stands to every topic of a version. */
export function useTopicStandings(guide: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "standings", guide, asOf],
    queryFn: () =>
      answer(api.GET("/api/topics/standings", { params: { query: { guide, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

/** The interviewer's turns of a source with their topics, said or suggested. */
export function useSourceTopics(source: string, guide: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "topics", source, guide, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/sources/{source}/topics", {
          params: { path: { source }, query: { guide, ...moment(asOf) } },
        }),
      ),
    placeholderData: (previous, asked) => (asked?.queryKey[2] === source ? previous : undefined),
    select: ({ turns }) => turns,
  });
}

/** Where the file of a version is. */
export const guideFile = (guide: string) => `/api/guides/${guide}/file`;

const GUIDE: ActOptions = { kinds: ["guide"] };
const TOPIC: ActOptions = { kinds: ["topic_turn"] };

export function useGuideActs() {
  const act = useAct();
  return {
    add: (body: Bodies["NewGuide"], options: ActOptions = {}) =>
      act(() => api.POST("/api/guides", { body }), { ...GUIDE, ...options }),
    addVersion: (guide: string, body: Bodies["NewGuideVersion"], options: ActOptions = {}) =>
      act(() => api.POST("/api/guides/{guide}/versions", { params: { path: { guide } }, body }), {
        ...GUIDE,
        ...options,
      }),
    change: (guide: string, body: Bodies["GuideChange"], options: ActOptions = {}) =>
      act(() => api.PATCH("/api/guides/{guide}", { params: { path: { guide } }, body }), { ...GUIDE, ...options }),
    remove: (guide: string) =>
      act(() => api.DELETE("/api/guides/{guide}", { params: { path: { guide } } }), GUIDE),
    takeFile: (file: File, options: ActOptions = {}) => {
      const body = new FormData();
      body.append("file", file);
      const sent = body as unknown as Bodies["Body_import_guide"];
      return act(() => api.POST("/api/guides/file", { body: sent, ...asForm }), { ...GUIDE, ...options });
    },
    confirm: (source: string, body: Bodies["TopicsSaid"]) =>
      act(() => api.POST("/api/sources/{source}/topics/confirm", { params: { path: { source } }, body }), TOPIC),
    reject: (source: string, body: Bodies["TopicsSaid"]) =>
      act(() => api.POST("/api/sources/{source}/topics/reject", { params: { path: { source } }, body }), TOPIC),
    /** Take back what was said of turns. */
    takeBack: (links: string[]) => act(() => api.POST("/api/topics/remove", { body: { links } }), TOPIC),
    /** Judge whether a question was answered; null leaves it to the turns that follow. */
    judge: (links: string[], answer: string | null) =>
      act(() => api.POST("/api/topics/change", { body: { links, answer } }), TOPIC),
  };
}
