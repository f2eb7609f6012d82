import { describe, expect, it } from "vitest";

import { de } from "./de";
import { en } from "./index";

type Tree = { [key: string]: string | Tree };

/** Every message with its path, such as `read.keys.code`. */
function messages(tree: Tree, path = ""): [path: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : messages(value, `${path}${key}.`),
  );
}

/** Braces and angles between apostrophes are words of the message. */
const QUOTED = /'[{}<][^']*'/g;

/** What a message takes: its placeholders with their sorts, what it selects by, its tags. */
function takes(written: string): string[] {
  const message = written.replace(QUOTED, "");
  const found = new Set([...message.matchAll(/<(\w+)>/g)].map(([tag]) => tag));
  let at = 0;
  const text = (): void => {
    for (; at < message.length && message[at] !== "}"; at++) if (message[at] === "{") placeholder();
  };
  const placeholder = (): void => {
    const [head = "", name = "", sort = ""] = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*,?\s*)?/.exec(message.slice(at)) ?? [];
    at += head.length;
    const words: string[] = [];
    // The form of a number or a day, such as percent, is one word and belongs to what is taken.
    const form = /^(?:number|date|time)$/.test(sort) ? (/^[^{}]*/.exec(message.slice(at))?.[0] ?? "") : "";
    at += form.length;
    while (message[at] !== "}" && at < message.length) {
      const [branch = "", word = ""] = /^\s*([=\w]+)\s*\{/.exec(message.slice(at)) ?? [];
      if (!branch) throw new Error(`“${message}” is no message at ${at}`);
      at += branch.length;
      text();
      at += /^\}\s*/.exec(message.slice(at))?.[0].length ?? 0;
      words.push(word);
    }
    found.add([name, sort, form.trim(), ...(sort === "select" ? words.sort() : [])].filter(Boolean).join(" "));
  };
  text();
  return [...found].sort();
}

const balance = (written: string) => {
  const message = written.replace(QUOTED, "");
  return message.split("{").length - message.split("}").length;
};

describe("the German catalogue", () => {
  const english = new Map(messages(en));
  const german = messages(de);

  it("has every message of the English one, and no other", () => {
    const known = german.map(([path]) => path);
    expect(known.filter((path) => !english.has(path)), "unknown").toEqual([]);
    expect([...english.keys()].filter((path) => !known.includes(path)), "missing").toEqual([]);
  });

  it("takes the same placeholders, choices and tags", () => {
    for (const [path, message] of german) expect(takes(message), path).toEqual(takes(english.get(path) ?? ""));
  });

  it("closes what it opens, and says something to everybody formally", () => {
    expect(german.filter(([, message]) => balance(message) !== 0)).toEqual([]);
    expect(german.filter(([, message]) => /\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b/.test(message))).toEqual([]);
  });
});
