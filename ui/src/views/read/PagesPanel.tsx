/** The pages of a PDF or a picture, beside its text or in place of it. */

import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Icon } from "../../components/Icon";
import { PageSheet } from "../../components/pages/PageSheet";
import type { PageMark } from "../../components/pages/PageSheet";
import { pageAt, placesOnPage } from "../../components/pages/page-places";
import type { PageWords, Rectangle } from "../../components/pages/page-places";
import { useActions } from "../../store/actions";
import { useSourcePage } from "../../store/pages";
import { originalAddress } from "../../store/sources";
import { useReadingView } from "./reading-context";

const WIDTHS = [60, 80, 100, 140, 200];
const FIRST_RECTANGLE: Rectangle = { x: 0.3, y: 0.3, width: 0.3, height: 0.2 };
const NO_WORDS: PageWords = { start_char: [], end_char: [], x: [], y: [], width: [], height: [] };

interface Props {
  codeLook: (code: string) => { name: string; colour: string };
}

export function PagesPanel({ codeLook }: Props) {
  const t = useTranslations("read");
  const reading = useReadingView();
  const {
    source,
    text,
    codings,
    chosen,
    codeFirst: codeFirstRef,
    choose,
    selected,
    transcript,
    canWrite,
    setOpen,
  } = reading;
  const isPicture = source.kind === "picture";
  const pages = text.page_starts.length;
  // What is selected in the text brings its page; then the reader may turn the pages.
  const inHand = chosen ?? selected;
  const wanted = isPicture
    ? 0
    : (chosen?.region?.[0] ?? pageAt(text.page_starts, inHand.start_char));
  const [turned, setTurned] = useState({ from: wanted, page: wanted });
  const page = turned.from === wanted ? turned.page : wanted;
  const turn = (by: number) => {
    if (page + by >= 1 && page + by <= pages) setTurned({ from: wanted, page: page + by });
  };
  const [width, setWidth] = useState(2);
  const [rectangle, setRectangle] = useState<Rectangle | null>(null);
  const [isDrawing, setDrawing] = useState(isPicture);
  const { data, error, refetch } = useSourcePage(source.id, page);
  const words = data?.words ?? NO_WORDS;

  const marks = useMemo(
    () =>
      codings.id.flatMap((id, row): PageMark[] => {
        const coder = codings.coders[codings.coder[row] ?? -1] ?? null;
        if (!reading.isShown(coder)) return [];
        const { name, colour } = codeLook(codings.codes[codings.code[row] ?? -1] ?? "");
        const region = codings.region[row];
        const shared = { id, name, colour, isChosen: id === chosen?.id };
        if (region) {
          const [on, x = 0, y = 0, width = 0, height = 0] = region;
          if (on !== page) return [];
          const label = t("picture.region", { code: name, page });
          return [{ ...shared, name: label, isRegion: true, places: [{ x, y, width, height }] }];
        }
        const places = placesOnPage(
          words,
          codings.start_char[row] ?? 0,
          codings.end_char[row] ?? 0,
        );
        return places.length > 0 ? [{ ...shared, isRegion: false, places }] : [];
      }),
    [codings, chosen, codeLook, page, words, reading, t],
  );

  const draw = () => {
    setDrawing(true);
    setRectangle(rectangle ?? FIRST_RECTANGLE);
    document.querySelector<HTMLElement>(".page-sheet")?.focus();
  };
  useEffect(() => {
    codeFirstRef.current = () => {
      if (!rectangle || !data) return false;
      const { x, y, width: across, height } = rectangle;
      const region = [page, x, y, across, height];
      const { start_char, end_char } = data;
      const box = document.querySelector(".page-rectangle")?.getBoundingClientRect() ?? null;
      setOpen({ what: "picker", place: { start_char, end_char, region }, box });
      setRectangle(null);
      setDrawing(isPicture);
      return true;
    };
    return () => {
      codeFirstRef.current = null;
    };
  });
  useActions(
    canWrite
      ? [
          {
            id: "read.draw",
            title: t("picture.draw"),
            keys: ["d"],
            group: t("pages.button"),
            run: draw,
          },
        ]
      : [],
  );
  return (
    <section className="pages" aria-label={t("pages.label", { name: source.name })}>
      <div className="pages-bar">
        {isPicture ? null : (
          <>
            <IconButton label={t("pages.before")} isDisabled={page <= 1} onPress={() => turn(-1)}>
              <span className="turned-up">
                <Icon name="down" />
              </span>
            </IconButton>
            <span>{t("pages.of", { page, pages })}</span>
            <IconButton label={t("pages.after")} isDisabled={page >= pages} onPress={() => turn(1)}>
              <Icon name="down" />
            </IconButton>
          </>
        )}
        <span className="spacer" />
        {rectangle ? <span className="quiet small">{t("picture.drawing")}</span> : null}
        {canWrite && !rectangle ? (
          <Button size="small" onPress={draw}>
            {t("picture.draw")}
          </Button>
        ) : null}
        <IconButton
          label={t("pages.narrower")}
          isDisabled={width === 0}
          onPress={() => setWidth(width - 1)}
        >
          −
        </IconButton>
        <IconButton
          label={t("pages.wider")}
          isDisabled={width === WIDTHS.length - 1}
          onPress={() => setWidth(width + 1)}
        >
          +
        </IconButton>
      </div>
      <div className="pages-frame">
        {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
        {data ? (
          <div style={{ width: `${WIDTHS[width] ?? 100}%`, margin: "0 auto" }}>
            <PageSheet
              address={originalAddress(source.id)}
              page={page}
              ratio={data.width / data.height}
              label={
                isPicture ? t("picture.label", { name: source.name }) : t("pages.page", { page })
              }
              words={words}
              marks={marks}
              selected={selected}
              rectangle={rectangle}
              isDrawing={isDrawing && canWrite}
              onSelect={(place) => transcript.current?.select(place)}
              onRectangle={setRectangle}
              onMark={(id) => choose(id, { reveal: true })}
            />
          </div>
        ) : null}
      </div>
    </section>
  );
}
