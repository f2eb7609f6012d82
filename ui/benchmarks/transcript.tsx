/** A page that opens an invented transcript of any size, for measuring how long that takes. */

import { createRoot } from "react-dom/client";
import { Transcript } from "../src/components/transcript/Transcript";
import type { SourceCodings, SourceText } from "../src/services/shapes";
import "../src/tokens.css";
import "../src/base.css";

const SENTENCES = [
  "Everybody round that table means it, I want to say that first.",
  "Then the ambulances back up and the next three meetings are about ambulances.",
  "By the time we get to our paper there are six minutes left.",
  "It is not that anyone decided against it.",
  "We have sat with the same people for nine years, we know whose budget will bend.",
  "The system wants a plan with one cover and one set of numbers, and I understand why.",
];
const NAMES = ["Commitment", "Crowding out", "Decisions unclear", "History of joint work", "Place"];

/** Numbers that look drawn by chance and are the same every time. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** A text that is one line and one turn. */
function inventedLine(length: number): SourceText {
  const draw = drawing(7);
  const parts: string[] = [];
  for (let at = 0; at < length; at += parts.at(-1)?.length ?? 0) {
    parts.push(`${SENTENCES[Math.floor(draw() * SENTENCES.length)] ?? ""} `);
  }
  const text = parts.join("");
  return {
    ...inventedTurns(1),
    text,
    turns: {
      start_char: [0],
      end_char: [text.length],
      speech_start_char: [0],
      start_ms: [null],
      label: [-1],
    },
  };
}

function inventedTurns(length: number): SourceText {
  const draw = drawing(7);
  const parts: string[] = [];
  const turns: SourceText["turns"] = {
    start_char: [],
    end_char: [],
    speech_start_char: [],
    start_ms: [],
    label: [],
  };
  let at = 0;
  while (at < length) {
    const turn = turns.label.length;
    const label = turn % 2;
    const name = label ? "P14: " : "Interviewer: ";
    const count = label ? 3 + Math.floor(draw() * 8) : 1;
    const words = Array.from(
      { length: count },
      () => SENTENCES[Math.floor(draw() * SENTENCES.length)],
    ).join(" ");
    const text = `${name}${words}`;
    turns.start_char.push(at);
    turns.speech_start_char.push(at + name.length);
    turns.end_char.push(at + text.length);
    turns.start_ms.push(turn * 9000);
    turns.label.push(label);
    parts.push(text);
    at += text.length + 2;
  }
  return {
    source: "invented",
    revision: "1",
    text: parts.join("\n\n"),
    turns,
    labels: [
      { label: "Interviewer", participant_id: null, participant: null, role: "interviewer", is_of_interviewer: true },
      { label: "P14", participant_id: "p", participant: "Participant 14", role: null, is_of_interviewer: false },
    ],
    headings: [],
    furniture: [],
    page_starts: [],
  };
}

function inventedCodings(text: SourceText, count: number): SourceCodings {
  const draw = drawing(11);
  const rows = Array.from({ length: count }, (_, index) => index);
  const start_char = rows.map(() => Math.floor(draw() * (text.text.length - 400)));
  return {
    id: rows.map((row) => `coding-${row}`),
    code: rows.map(() => Math.floor(draw() * NAMES.length)),
    codes: NAMES.map((_, index) => `code-${index}`),
    coder: rows.map((row) => row % 2),
    coders: ["you", "ravi"],
    start_char,
    end_char: start_char.map((start) => start + 20 + Math.floor(draw() * 240)),
    valence: rows.map(() => null),
    basis: rows.map(() => null),
    touched: rows.map(() => false),
    coded_on: rows.map(() => "2026-11-12"),
    region: rows.map(() => null),
  };
}

const query = new URLSearchParams(location.search);
const length = Number(query.get("length") ?? 4000);
const text = query.get("line") === "one" ? inventedLine(length) : inventedTurns(length);
const codings = inventedCodings(text, Number(query.get("codings") ?? 12));
const nothing = () => undefined;

function Page() {
  return (
    <div style={{ display: "flex", height: "100vh", fontFamily: "var(--ui)" }}>
      <Transcript
        label="Invented"
        text={text}
        codings={codings}
        codeLook={(code) => {
          const index = Number(code.slice(5));
          return {
            name: NAMES[index] ?? "",
            colour: `var(--c${index * 2 + 1 > 9 ? 2 : index * 2 + 1})`,
          };
        }}
        coderName={(coder) => (coder === "you" ? "you" : "Ravi")}
        you="you"
        isShown={everybody}
        columns={NO_COLUMNS}
        waiting={NONE_WAITING}
        chosen={null}
        heard={-1}
        correcting={query.has("correct")}
        language="en"
        dateText={(day) => day}
        words={{ play: (time) => time, stripe: (look, coders) => `${look.code}, ${coders}` }}
        onSelect={nothing}
        onCoding={nothing}
        onPlay={null}
        onToggle={null}
        onDropCode={nothing}
        onEdit={nothing}
        onResize={null}
        handle={null}
      />
    </div>
  );
}

const everybody = () => true;
const NO_COLUMNS: { id: string; name: string }[] = [];
const NONE_WAITING = new Set<string>();

performance.mark("given");
createRoot(document.getElementById("page") as HTMLElement).render(<Page />);
requestAnimationFrame(function look() {
  if (document.querySelector(".cm-line .t-mark")) {
    requestAnimationFrame(() => performance.measure("opened", "given"));
  } else requestAnimationFrame(look);
});
