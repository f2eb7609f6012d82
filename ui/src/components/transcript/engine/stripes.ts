/** The coding stripes in the right column: a bar beside the lines that each coding covers. */

import type { Extension } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { spansWithin } from "../spans";
import { lanesUsed, placedStripes, stripesOf } from "../stripe-layout";
import type { MeasuredCoding, PlacedStripe } from "../stripe-layout";
import { changedIn, events, shown } from "./transcript-state";
import type { CodingLook, TranscriptShown } from "./transcript-state";

const LANE = 6;
const NAME = 20;
/** In a column narrower than this a name of a code leaves no room for those of coders. */
const NARROW = 150;

interface Column {
  /** Whose codings stand here; empty where all stand in one column. */
  coder: string;
  left: number;
  width: number;
  stripes: PlacedStripe[];
}

class StripeColumn {
  private readonly dom: HTMLElement;
  private readonly heads: HTMLElement;
  private readonly drawn = new Map<string, HTMLButtonElement>();
  private looks = new Map<string, CodingLook>();
  private readonly request = {
    key: this,
    read: (view: EditorView) => this.measure(view),
    write: (columns: Column[], view: EditorView) => this.draw(columns, view),
  };

  constructor(readonly view: EditorView) {
    this.dom = view.scrollDOM.appendChild(document.createElement("div"));
    this.dom.className = "t-stripes";
    this.heads = view.dom.appendChild(document.createElement("div"));
    this.heads.className = "t-stripe-heads";
    this.dom.addEventListener("click", this.chosen);
    this.dom.addEventListener("keydown", this.moved);
    view.requestMeasure(this.request);
  }

  update(update: ViewUpdate): void {
    const before = update.startState.field(shown);
    const after = update.state.field(shown);
    if (
      update.docChanged ||
      update.viewportChanged ||
      update.geometryChanged ||
      changedIn(before, after, "spans", "look", "chosen", "columns")
    ) {
      this.view.requestMeasure(this.request);
    }
  }

  destroy(): void {
    this.dom.remove();
    this.heads.remove();
  }

  private measure(view: EditorView): Column[] {
    const state = view.state.field(shown);
    const scroller = view.scrollDOM.getBoundingClientRect();
    const content = view.contentDOM.getBoundingClientRect();
    const room = parseFloat(getComputedStyle(view.contentDOM).getPropertyValue("--t-stripes"));
    const left = content.right - room - scroller.left + view.scrollDOM.scrollLeft;
    const offset = view.scrollDOM.scrollTop - scroller.top;
    const measured = this.measuredCodings(view, state, offset);
    const count = Math.max(1, state.columns.length);
    const width = Math.floor(room / count);
    const columns: Column[] = [];
    for (let index = 0; index < count; index++) {
      const coder = state.columns[index]?.id;
      const own = coder === undefined ? measured : measured.filter((each) => each.coder === coder);
      const lanes = Math.max(2, Math.min(8, Math.floor(width / (2.4 * LANE))));
      const stripes = placedStripes(stripesOf(own), {
        lanes,
        nameHeight: width < 70 ? Infinity : NAME,
        slack: 2.2 * NAME,
      });
      const name = state.columns[index]?.name ?? "";
      columns.push({ coder: name, left: left + index * width, width: width - 6, stripes });
    }
    return columns;
  }

  private measuredCodings(
    view: EditorView,
    state: TranscriptShown,
    offset: number,
  ): MeasuredCoding[] {
    const measured: MeasuredCoding[] = [];
    const seen = new Set<number>();
    const codes = new Map<string, number>();
    this.looks = new Map();
    for (const range of view.visibleRanges) {
      for (const span of spansWithin(state.spans, range.from, range.to)) {
        if (seen.has(span)) continue;
        seen.add(span);
        const from = Math.max(state.spans.from[span] as number, view.viewport.from);
        const to = Math.min(state.spans.to[span] as number, view.viewport.to);
        const first = view.coordsAtPos(from, 1);
        const last = view.coordsAtPos(to, -1);
        if (!first || !last) continue;
        const look = state.look(state.spans.row[span] as number);
        const code = codes.get(look.codeId) ?? codes.size;
        codes.set(look.codeId, code);
        this.looks.set(look.id, look);
        measured.push({
          id: look.id,
          code,
          coder: look.coderId,
          from,
          to,
          top: first.top + offset,
          bottom: Math.max(last.bottom, first.bottom) + offset,
        });
      }
    }
    return measured;
  }

  private draw(columns: Column[], view: EditorView): void {
    const kept = new Set<string>();
    this.heads.replaceChildren(...columns.flatMap(headOf));
    const { chosen } = view.state.field(shown);
    for (const column of columns) {
      const used = lanesUsed(column.stripes);
      for (const stripe of column.stripes) {
        kept.add(stripe.key);
        let button = this.drawn.get(stripe.key);
        if (!button) {
          button = this.dom.appendChild(newStripe());
          this.drawn.set(stripe.key, button);
        }
        this.fill(button, stripe, column, used, chosen);
      }
    }
    for (const [key, button] of this.drawn) {
      if (kept.has(key)) continue;
      button.remove();
      this.drawn.delete(key);
    }
    this.letOneBeReached();
  }

  private fill(
    button: HTMLButtonElement,
    stripe: PlacedStripe,
    column: Column,
    used: number,
    chosen: string | null,
  ): void {
    const look = this.looks.get(stripe.codings[0] as string) as CodingLook;
    const own = stripe.codings.flatMap((id) => this.looks.get(id) ?? []);
    own.sort((a, b) => Number(b.isMine) - Number(a.isMine));
    const names = new Set(own.map((each) => each.coder));
    names.delete("");
    const coders = [...names].join(", ");
    const { words } = this.view.state.facet(events);
    button.dataset["codings"] = stripe.codings.join(" ");
    button.classList.toggle("t-chosen", chosen !== null && stripe.codings.includes(chosen));
    button.classList.toggle("t-waiting", look.waiting);
    const few = names.size > 2 ? `${[...names][0] ?? ""} +${names.size - 1}` : coders;
    // The name begins with what can be read on it, for those who speak to their computer.
    button.setAttribute("aria-label", words.stripe(look, few === coders ? coders : `${few}, ${coders}`));
    button.style.setProperty("--k", look.colour);
    button.style.left = `${column.left + stripe.lane * LANE}px`;
    button.style.top = `${stripe.top + 2}px`;
    button.style.height = `${Math.max(12, stripe.bottom - stripe.top - 4)}px`;
    const label = button.lastElementChild as HTMLElement;
    label.hidden = stripe.nameTop === null;
    if (stripe.nameTop === null) return;
    const inset = used * LANE + 4;
    label.style.left = `${inset - stripe.lane * LANE}px`;
    label.style.top = `${stripe.nameTop - stripe.top + 1}px`;
    label.style.width = `${column.width - inset}px`;
    (label.firstElementChild as HTMLElement).textContent = look.code;
    const hasRoom = column.coder === "" && column.width > NARROW;
    (label.lastElementChild as HTMLElement).textContent = hasRoom ? few : "";
  }

  /** Tab reaches one stripe: the chosen one, else the first in view; arrows do the rest. */
  private letOneBeReached(): void {
    const focused = this.dom.contains(document.activeElement) ? document.activeElement : null;
    const reached = focused ?? this.dom.querySelector(".t-chosen") ?? this.inOrder()[0];
    for (const button of this.drawn.values()) button.tabIndex = button === reached ? 0 : -1;
  }

  private inOrder(): HTMLButtonElement[] {
    return [...this.drawn.values()].sort(
      (a, b) =>
        parseFloat(a.style.top) - parseFloat(b.style.top) ||
        parseFloat(a.style.left) - parseFloat(b.style.left),
    );
  }

  private readonly chosen = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>(".t-stripe");
    const ids = button?.dataset["codings"]?.split(" ");
    if (!ids) return;
    const { chosen } = this.view.state.field(shown);
    const next = ids[(ids.indexOf(chosen ?? "") + 1) % ids.length] as string;
    this.view.state.facet(events).coding(next);
  };

  private readonly moved = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = this.inOrder();
    const here = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = all[Math.max(0, Math.min(all.length - 1, here + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
    this.letOneBeReached();
  };
}

function headOf({ coder, left, width }: Column): HTMLElement[] {
  if (coder === "") return [];
  const head = document.createElement("span");
  head.textContent = coder;
  head.style.left = `${left}px`;
  head.style.width = `${width}px`;
  return [head];
}

function newStripe(): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "t-stripe";
  button.append(document.createElement("i"));
  const label = button.appendChild(document.createElement("span"));
  label.className = "t-stripe-name";
  label.append(document.createElement("b"), " ", document.createElement("small"));
  return button;
}

export const stripes: Extension = ViewPlugin.fromClass(StripeColumn);
