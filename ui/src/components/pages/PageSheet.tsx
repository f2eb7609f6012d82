/** One page or picture with its codings; words are selected on it and rectangles drawn. */

import { useEffect, useRef, useState } from "react";
import type { CSSProperties, KeyboardEvent, PointerEvent } from "react";
import { useTranslations } from "use-intl";
import type { Span } from "../../services/address";
import { drawPage } from "./pdf-drawing";
import {
  isLargeEnough,
  movedRectangle,
  placesOnPage,
  rectangleBetween,
  wordNear,
} from "./page-places";
import type { PageWords, Rectangle } from "./page-places";
import "./pages.css";

export interface PageMark {
  id: string;
  name: string;
  colour: string;
  isChosen: boolean;
  places: readonly Rectangle[];
  isRegion: boolean;
}

interface Props {
  address: string;
  /** From 1 for a PDF; 0 for a picture. */
  page: number;
  ratio: number;
  label: string;
  words: PageWords;
  marks: readonly PageMark[];
  selected: Span;
  rectangle: Rectangle | null;
  isDrawing: boolean;
  onSelect: (place: Span) => void;
  onRectangle: (rectangle: Rectangle | null) => void;
  onMark: (id: string) => void;
}

export function PageSheet(props: Props) {
  const { address, page, ratio, label, words, marks, selected, rectangle, isDrawing } = props;
  const { onSelect, onRectangle, onMark } = props;
  const t = useTranslations("read.pages");
  const sheet = useRef<HTMLDivElement>(null);
  const begun = useRef<{ x: number; y: number; word: number } | null>(null);

  const at = (event: PointerEvent) => {
    const box = (sheet.current as HTMLElement).getBoundingClientRect();
    return {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    };
  };
  const drag = (event: PointerEvent) => {
    if (!begun.current) return;
    const here = at(event);
    if (isDrawing) {
      onRectangle(rectangleBetween(begun.current, here));
      return;
    }
    const word = wordNear(words, here.x, here.y);
    if (word < 0) return;
    const first = Math.min(word, begun.current.word);
    const last = Math.max(word, begun.current.word);
    onSelect({
      start_char: words.start_char[first] ?? 0,
      end_char: words.end_char[last] ?? 0,
    });
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest("button")) return;
    const here = at(event);
    begun.current = { ...here, word: wordNear(words, here.x, here.y) };
    sheet.current?.setPointerCapture(event.pointerId);
  };
  const end = () => {
    begun.current = null;
    if (rectangle && !isLargeEnough(rectangle)) onRectangle(null);
  };
  const keyed = (event: KeyboardEvent) => {
    if (!rectangle) return;
    if (event.key === "Escape") onRectangle(null);
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    onRectangle(movedRectangle(rectangle, event.key, event.shiftKey));
  };
  const inHand = placesOnPage(words, selected.start_char, selected.end_char);
  return (
    // The sheet takes the focus, so that arrow keys move the rectangle on it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={sheet}
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={`page-sheet${isDrawing ? " page-drawing" : ""}`}
      style={{ aspectRatio: String(ratio) }}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onKeyDown={keyed}
    >
      {page > 0 ? (
        <PdfPage key={page} address={address} page={page} />
      ) : (
        <img className="page-drawn" src={address} alt="" draggable={false} />
      )}
      {marks.flatMap((mark) =>
        mark.places.map((place, part) => (
          <button
            key={`${mark.id} ${part}`}
            type="button"
            tabIndex={part === 0 ? 0 : -1}
            className={`page-mark${mark.isChosen ? " chosen" : ""}${mark.isRegion ? " region" : ""}`}
            aria-label={mark.name}
            title={mark.name}
            style={{ ...styleOf(place), "--k": mark.colour } as CSSProperties}
            onClick={() => onMark(mark.id)}
          />
        )),
      )}
      {inHand.map((place, part) => (
        <span key={part} className="page-selected" style={styleOf(place)} />
      ))}
      {rectangle ? <span className="page-rectangle" style={styleOf(rectangle)} /> : null}
      {page > 0 && words.x.length === 0 ? <p className="page-note">{t("noWords")}</p> : null}
    </div>
  );
}

function PdfPage({ address, page }: { address: string; page: number }) {
  const t = useTranslations("read.pages");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawing = drawPage(address, page, element, element.clientWidth);
    drawing.done.catch(() => setFailed(true));
    return drawing.cancel;
  }, [address, page]);
  return (
    <>
      <canvas ref={canvas} className="page-drawn" aria-hidden="true" />
      {isFailed ? (
        <p className="page-note" role="alert">
          <strong>{t("failed")}</strong> {t("failedHint")}
        </p>
      ) : null}
    </>
  );
}

const percent = (part: number) => `${part * 100}%`;

function styleOf({ x, y, width, height }: Rectangle): CSSProperties {
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}
