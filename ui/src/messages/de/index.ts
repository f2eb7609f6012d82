import cases from "./cases.json";
import codebook from "./codebook.json";
import common from "./common.json";
import compare from "./compare.json";
import fieldwork from "./fieldwork.json";
import frames from "./frames.json";
import history from "./history.json";
import home from "./home.json";
import memos from "./memos.json";
import read from "./read.json";
import search from "./search.json";
import sources from "./sources.json";
import welcome from "./welcome.json";

export const de = {
  cases, codebook, common, compare, fieldwork, frames, history, home, memos, read, search, sources, welcome,
};
