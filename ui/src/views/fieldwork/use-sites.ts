import { useCases } from "../../store/cases";

/** The cases that are no people, to choose one from; the first choice is none. */
export function useSites(none: string): { value: string; label: string }[] {
  const { data } = useCases();
  return [
    { value: "", label: none },
    ...(data?.cases ?? []).filter(({ kind }) => kind !== "person").map(({ id, name }) => ({ value: id, label: name })),
  ];
}
