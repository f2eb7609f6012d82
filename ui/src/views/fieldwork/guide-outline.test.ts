import { expect, it } from "vitest";

import { outlineOf, topicsOf } from "./guide-outline";

it("writes topics on lines and reads them back", () => {
  const topics = [
    { key: "trust", topic: "Trust", questions: ["Whom do you trust?"], probes: ["And since when?"] },
    { key: "money", topic: "Money", questions: [], probes: [] },
  ];
  expect(outlineOf(topics)).toBe("## Trust\n- Whom do you trust?\n- Probe: And since when?\n\n## Money");
  expect(topicsOf(outlineOf(topics))).toEqual(topics.map(({ topic, questions, probes }) => ({ topic, questions, probes })));
});

it("takes lines without a dash as questions, and nothing without a topic", () => {
  expect(topicsOf("# Trust\nWhom do you trust?")).toEqual([
    { topic: "Trust", questions: ["Whom do you trust?"], probes: [] },
  ]);
  expect(topicsOf("- Whom do you trust?")).toBeNull();
  expect(topicsOf(" \n")).toBeNull();
});
