import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api, asForm } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Bodies = components["schemas"];

/** All sampling frames. */
export function useFrames() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["frames", asOf],
    queryFn: () => answer(api.GET("/api/frames", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ frames }) => frames,
  });
}

/** One frame as a table, with the groups of its cases. */
export function useFrame(frame: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["frames", frame, "whole", asOf],
    queryFn: () =>
      answer(api.GET("/api/frames/{frame}", { params: { path: { frame }, query: moment(asOf) } })),
  });
}

/** Which cases the two rules of equal number put into different groups. */
export function useRuleMoves(
  frame: string,
  asked: { characteristic: string; groups: number; most_first: boolean },
  isWanted: boolean,
) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["frames", frame, "rules", asked, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/frames/{frame}/rules", {
          params: { path: { frame }, query: { ...asked, ...moment(asOf) } },
        }),
      ),
    enabled: isWanted,
  });
}

/** The selections made from a frame. */
export function useSelections(frame: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["selections", frame, asOf],
    queryFn: () => answer(api.GET("/api/selections", { params: { query: { frame, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
    select: ({ selections }) => selections,
  });
}

/** A selection with its paragraph and its table; with real names only where they are asked for. */
export function useSelection(selection: string, names: boolean) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["selections", "one", selection, names, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/selections/{selection}", {
          params: { path: { selection }, query: { names, ...moment(asOf) } },
        }),
      ),
    placeholderData: (previous) => previous,
  });
}

export interface FrameFile {
  file: File;
  name: string;
  unit?: string;
  citation?: string;
}

const FRAME: ActOptions = { kinds: ["frame"] };
const SELECTION: ActOptions = { kinds: ["selection"] };
const NOTHING: ActOptions = { kinds: [], quiet: true };

export function useFrameActs() {
  const act = useAct();
  const takeFile = ({ file, ...query }: FrameFile, dry_run: boolean, options: ActOptions) => {
    const body = new FormData();
    body.append("file", file);
    const sent = body as unknown as Bodies["Body_take_frame_file"];
    return act(() => api.POST("/api/frames/file", { params: { query: { ...query, dry_run } }, body: sent, ...asForm }), {
      ...(dry_run ? NOTHING : FRAME),
      ...options,
    });
  };
  return {
    addShipped: () => act(() => api.POST("/api/frames/shipped", { body: { shipped: "ics" } }), FRAME),
    /** What a file would bring; nothing is stored. */
    tryFile: (asked: FrameFile, options: ActOptions = {}) => takeFile(asked, true, options),
    takeFile: (asked: FrameFile, options: ActOptions = {}) => takeFile(asked, false, options),
    group: (frame: string, body: Bodies["NewGrouping"], options: ActOptions = {}) =>
      act(() => api.POST("/api/frames/{frame}/groupings", { params: { path: { frame } }, body }), {
        ...FRAME,
        ...options,
      }),
    ungroup: (frame: string, name: string) =>
      act(() => api.DELETE("/api/frames/{frame}/groupings", { params: { path: { frame }, query: { name } } }), FRAME),
    remove: (frame: string) =>
      act(() => api.DELETE("/api/frames/{frame}", { params: { path: { frame } } }), FRAME),
    /** What would be chosen; nothing is stored. */
    tryChoice: (body: Bodies["ChoiceAsked"], options: ActOptions = {}) =>
      act(() => api.POST("/api/selections/preview", { body }), { ...NOTHING, ...options }),
    choose: (body: Bodies["NewSelection"], options: ActOptions = {}) =>
      act(() => api.POST("/api/selections", { body }), { ...SELECTION, ...options }),
    /** Who would stand for those who refused; nothing is stored. */
    tryReplacing: (selection: string, body: Bodies["RefusalsAsked"], options: ActOptions = {}) =>
      act(() => api.POST("/api/selections/{selection}/replace/preview", { params: { path: { selection } }, body }), {
        ...NOTHING,
        ...options,
      }),
    replaceCases: (selection: string, body: Bodies["NewReplacement"], options: ActOptions = {}) =>
      act(() => api.POST("/api/selections/{selection}/replace", { params: { path: { selection } }, body }), {
        ...SELECTION,
        ...options,
      }),
    pickSet: (selection: string, body: Bodies["SetPicked"], options: ActOptions = {}) =>
      act(() => api.POST("/api/selections/{selection}/pick", { params: { path: { selection } }, body }), {
        ...SELECTION,
        ...options,
      }),
    renameSelection: (selection: string, name: string) =>
      act(() => api.PATCH("/api/selections/{selection}", { params: { path: { selection } }, body: { name } }), SELECTION),
    removeSelection: (selection: string) =>
      act(() => api.DELETE("/api/selections/{selection}", { params: { path: { selection } } }), SELECTION),
  };
}

/** Where a selection is had as a Word document. */
export function useSelectionFile(): (selection: string, names: boolean) => string {
  const as_of = useAsOf();
  return (selection, names) =>
    address("/api/documents/selection.docx", { selection, names: names ? "true" : null, as_of });
}

/** The address of a frame, at one of its parts. */
export const frameAddress = (frame: string, tab?: string) => address(`/frames/${frame}`, { tab });
