/** Splits a code: each passage is put into a new part by its number. */
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Loading } from "../../components/Progress";
import type { CodeRow, PassageRow } from "../../services/shapes";
import { useCodeActs, useCodePassages } from "../../store/codes";
import { placeOf } from "./CodePassages";
import { SplitList } from "./SplitList";

const MOST_PARTS = 9;
const MOST = 1_000;

interface Props {
  code: CodeRow;
  onClose: (code?: string | null) => void;
}

export function SplitDialog({ code, onClose }: Props) {
  const t = useTranslations("codebook.split");
  const common = useTranslations("common.dialog");
  const { split } = useCodeActs();
  const [names, setNames] = useState(["", ""]);
  const [partOf, setPartOf] = useState<ReadonlyMap<string, number>>(new Map());
  const [isTried, setTried] = useState(false);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useCodePassages(code.id, { below: false }, MOST);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const passages = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);

  const counts = names.map((_, part) => [...partOf.values()].filter((each) => each === part).length);
  const left = passages.length - partOf.size;
  const unnamed = (part: number) => isTried && (names[part] ?? "").trim() === "";
  const close = () => onClose();

  const assign = (passage: PassageRow, part: number | null) => {
    const next = new Map(partOf);
    if (part === null) next.delete(placeOf(passage));
    else next.set(placeOf(passage), part);
    setPartOf(next);
  };
  const takeOut = (part: number) => {
    setNames(names.filter((_, at) => at !== part));
    const kept = [...partOf].filter(([, at]) => at !== part);
    setPartOf(new Map(kept.map(([place, at]) => [place, at > part ? at - 1 : at])));
  };
  const save = async () => {
    setTried(true);
    if (names.some((name) => name.trim() === "")) return;
    const parts = names.map((name, part) => ({
      name: name.trim(),
      codings: passages
        .filter((passage) => partOf.get(placeOf(passage)) === part)
        .flatMap(({ codings }) => codings.map(({ id }) => id)),
    }));
    const saved = await split(code.id, parts);
    if (saved) onClose(saved.ids[0] ?? null);
  };

  return (
    <Dialog
      title={t("title", { name: code.name })}
      size="wide"
      onClose={close}
      footer={
        <>
          <p className="quiet small code-left">{t("left", { left, name: code.name })}</p>
          <span className="spacer" />
          <Button onPress={close}>{common("cancel")}</Button>
          <Button kind="main" isDisabled={hasNextPage || !data} onPress={() => void save()}>
            {t("split", { parts: names.length })}
          </Button>
        </>
      }
    >
      <p>{t("text")}</p>
      <div className="split-parts">
        {names.map((name, part) => (
          <div key={part} className="split-part">
            <Field
              label={t("part", { number: part + 1, count: counts[part] ?? 0 })}
              value={name}
              autoFocus={part === 0}
              maxLength={500}
              error={unnamed(part) ? t("needsName") : null}
              onChange={(typed) => setNames(names.map((each, at) => (at === part ? typed : each)))}
            />
            {names.length > 2 ? (
              <Button size="small" kind="plain" onPress={() => takeOut(part)}>
                {t("takeOut")}
              </Button>
            ) : null}
          </div>
        ))}
        {names.length < MOST_PARTS ? (
          <Button size="small" onPress={() => setNames([...names, ""])}>
            {t("more")}
          </Button>
        ) : null}
      </div>
      {!data ? <Loading /> : null}
      {passages.length > 0 ? (
        <SplitList passages={passages} names={names} partOf={partOf} onAssign={assign} />
      ) : null}
      {data && passages.length === 0 ? <p className="quiet">{t("noPassages")}</p> : null}
    </Dialog>
  );
}
