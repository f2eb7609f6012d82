/** Draws pages of a PDF. The library is loaded when the first page is looked at. */

import type { PDFDocumentProxy } from "pdfjs-dist";

const opened = new Map<string, Promise<PDFDocumentProxy>>();

/** The document at an address; it is read once and its pages by ranges. */
export function openedPdf(address: string): Promise<PDFDocumentProxy> {
  const known = opened.get(address);
  if (known) return known;
  const opening = load(address);
  opened.set(address, opening);
  opening.catch(() => opened.delete(address));
  return opening;
}

async function load(address: string): Promise<PDFDocumentProxy> {
  const [pdf, worker] = await Promise.all([
    import("pdfjs-dist"),
    import("pdfjs-dist/build/pdf.worker.min.mjs?url"),
  ]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  // The page's content policy lets no code be made of text.
  return pdf.getDocument({ url: address, isEvalSupported: false }).promise;
}

/** Draw a page to fill a width, in the points of the screen; answers how to break it off. */
export function drawPage(
  address: string,
  page: number,
  canvas: HTMLCanvasElement,
  width: number,
): { done: Promise<void>; cancel: () => void } {
  let cancel: () => void = () => undefined;
  let isCancelled = false;
  const draw = async () => {
    const sheet = await (await openedPdf(address)).getPage(page);
    if (isCancelled) return;
    const plain = sheet.getViewport({ scale: 1 });
    const viewport = sheet.getViewport({
      scale: (width * window.devicePixelRatio) / plain.width,
    });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = sheet.render({ canvas, viewport });
    cancel = () => task.cancel();
    await task.promise;
  };
  return {
    done: draw().catch((error: unknown) => {
      if (!isCancelled) throw error;
    }),
    cancel: () => {
      isCancelled = true;
      cancel();
    },
  };
}
