/** One catalogue: a file for each view, and common.json for what they share. */
import cases from "./en/cases.json";
import codebook from "./en/codebook.json";
import common from "./en/common.json";
import compare from "./en/compare.json";
import compareCooccurrence from "./en/compareCooccurrence.json";
import compareDominance from "./en/compareDominance.json";
import compareFramework from "./en/compareFramework.json";
import compareGrids from "./en/compareGrids.json";
import compareGroups from "./en/compareGroups.json";
import compareInteractions from "./en/compareInteractions.json";
import compareQca from "./en/compareQca.json";
import compareSaturation from "./en/compareSaturation.json";
import compareWaves from "./en/compareWaves.json";
import fieldwork from "./en/fieldwork.json";
import findings from "./en/findings.json";
import frames from "./en/frames.json";
import history from "./en/history.json";
import home from "./en/home.json";
import memos from "./en/memos.json";
import read from "./en/read.json";
import reports from "./en/reports.json";
import search from "./en/search.json";
import sources from "./en/sources.json";
import welcome from "./en/welcome.json";

export const en = {
  cases, codebook, common, compare, compareCooccurrence, compareDominance, compareFramework, compareGrids, compareGroups, compareInteractions, compareQca, compareSaturation, compareWaves, fieldwork, findings, frames, history, home, memos, read, reports, search, sources, welcome,
};

export type Messages = typeof en;
export type Language = "en" | "de";

export const LANGUAGES: Record<Language, string> = { en: "English", de: "Deutsch" };

declare module "use-intl" {
  interface AppConfig {
    Messages: Messages;
    Locale: Language;
  }
}

/** The catalogue of a language; what is not translated yet stays English. */
export async function messagesOf(language: Language): Promise<Messages> {
  if (language === "en") return en;
  const { de } = await import("./de");
  return merged(en, de) as Messages;
}

interface Tree {
  [key: string]: string | Tree;
}

function merged(whole: Tree, part: Tree): Tree {
  const result: Tree = { ...whole };
  for (const [key, value] of Object.entries(part)) {
    const under = whole[key];
    result[key] =
      typeof value === "object" && typeof under === "object" ? merged(under, value) : value;
  }
  return result;
}
