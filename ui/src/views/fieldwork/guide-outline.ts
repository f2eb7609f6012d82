/** A guide's topics as people write them: “## Topic”, “- question” and “- Probe: …” on lines. */
import type { GuideTopic } from "../../services/shapes";

export interface WrittenTopic {
  topic: string;
  questions: string[];
  probes: string[];
}

export const outlineOf = (topics: readonly GuideTopic[]): string =>
  topics
    .map(({ topic, questions, probes }) =>
      [`## ${topic}`, ...questions.map((each) => `- ${each}`), ...probes.map((each) => `- Probe: ${each}`)].join("\n"),
    )
    .join("\n\n");

const PROBE = /^(?:probe|nachfrage)\s*:\s*/i;

/** The topics of an outline; null where it begins with a question, or has no topic. */
export function topicsOf(outline: string): WrittenTopic[] | null {
  const topics: WrittenTopic[] = [];
  for (const line of outline.split("\n").map((each) => each.trim()).filter(Boolean)) {
    const heading = /^#+\s*(.+)$/.exec(line)?.[1];
    if (heading) {
      topics.push({ topic: heading, questions: [], probes: [] });
      continue;
    }
    const topic = topics.at(-1);
    if (!topic) return null;
    const said = line.replace(/^[-*]\s*/, "");
    if (PROBE.test(said)) topic.probes.push(said.replace(PROBE, ""));
    else topic.questions.push(said);
  }
  return topics.length > 0 ? topics : null;
}
