import cases from "./cases.json";
import codebook from "./codebook.json";
import common from "./common.json";
import compare from "./compare.json";
import compareCooccurrence from "./compareCooccurrence.json";
import compareDominance from "./compareDominance.json";
import compareFramework from "./compareFramework.json";
import compareGrids from "./compareGrids.json";
import compareGroups from "./compareGroups.json";
import compareInteractions from "./compareInteractions.json";
import compareQca from "./compareQca.json";
import compareSaturation from "./compareSaturation.json";
import compareWaves from "./compareWaves.json";
import fieldwork from "./fieldwork.json";
import findings from "./findings.json";
import frames from "./frames.json";
import history from "./history.json";
import home from "./home.json";
import memos from "./memos.json";
import read from "./read.json";
import reports from "./reports.json";
import search from "./search.json";
import sources from "./sources.json";
import welcome from "./welcome.json";

export const de = {
  cases, codebook, common, compare, compareCooccurrence, compareDominance, compareFramework, compareGrids, compareGroups, compareInteractions, compareQca, compareSaturation, compareWaves, fieldwork, findings, frames, history, home, memos, read, reports, search, sources, welcome,
};
