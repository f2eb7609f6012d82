/** A small card under the pointer: which codings lie here, whose, and since when. */

import type { Extension } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";
import type { EditorView } from "@codemirror/view";
import { spansAt } from "../spans";
import { shown } from "./transcript-state";
import type { CodingLook } from "./transcript-state";

const DELAY_MS = 250;

class HoverCard {
  private readonly dom: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly view: EditorView) {
    this.dom = view.dom.appendChild(document.createElement("div"));
    this.dom.className = "t-card";
    this.dom.hidden = true;
    this.dom.setAttribute("aria-hidden", "true");
    view.scrollDOM.addEventListener("mousemove", this.wait);
    view.scrollDOM.addEventListener("mouseleave", this.hide);
    view.scrollDOM.addEventListener("mousedown", this.hide);
    view.scrollDOM.addEventListener("scroll", this.hide, { passive: true });
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.dom.remove();
    this.view.scrollDOM.removeEventListener("mousemove", this.wait);
    this.view.scrollDOM.removeEventListener("mouseleave", this.hide);
    this.view.scrollDOM.removeEventListener("mousedown", this.hide);
    this.view.scrollDOM.removeEventListener("scroll", this.hide);
  }

  private readonly hide = (): void => {
    clearTimeout(this.timer);
    this.dom.hidden = true;
  };

  private readonly wait = (event: MouseEvent): void => {
    this.hide();
    if (event.buttons !== 0) return;
    this.timer = setTimeout(() => this.open(event), DELAY_MS);
  };

  private looksUnder(event: MouseEvent): CodingLook[] {
    const state = this.view.state.field(shown);
    if (!(event.target instanceof Element)) return [];
    const stripe = event.target.closest<HTMLElement>(".t-stripe");
    if (stripe) {
      const ids = new Set(stripe.dataset["codings"]?.split(" "));
      const rows = [...state.spans.row].map((row) => state.look(row));
      return rows.filter((look) => ids.has(look.id));
    }
    if (!event.target.closest(".t-mark")) return [];
    const position = this.view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (position === null) return [];
    return spansAt(state.spans, position).map((span) =>
      state.look(state.spans.row[span] as number),
    );
  }

  private open(event: MouseEvent): void {
    const looks = this.looksUnder(event);
    if (looks.length === 0) return;
    this.dom.replaceChildren(...looks.slice(0, 8).map(row));
    this.dom.hidden = false;
    const frame = this.view.dom.getBoundingClientRect();
    const own = this.dom.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left, frame.width - own.width - 8);
    const below = event.clientY - frame.top + 20;
    const top = below + own.height > frame.height ? below - own.height - 36 : below;
    this.dom.style.left = `${Math.max(8, left)}px`;
    this.dom.style.top = `${top}px`;
  }
}

function row(look: CodingLook): HTMLElement {
  const line = document.createElement("div");
  line.style.setProperty("--k", look.colour);
  const dot = line.appendChild(document.createElement("i"));
  dot.className = "t-dot";
  const name = line.appendChild(document.createElement("b"));
  name.textContent = look.code;
  const detail = line.appendChild(document.createElement("small"));
  detail.textContent = [look.coder, look.date].filter((part) => part !== "").join(", ");
  return line;
}

export const hoverCard: Extension = ViewPlugin.fromClass(HoverCard);
