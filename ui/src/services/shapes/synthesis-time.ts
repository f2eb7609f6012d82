/** How codes came in with the interviews, and what changed over waves, as the routes tell it. */
import type { components } from "../api-types";

type Shapes = components["schemas"];

export type SaturationAnswer = Shapes["SaturationAnswer"];
export type SaturationOfCase = Shapes["SaturationOfCase"];
export type InterviewRow = Shapes["InterviewRow"];
export type WaveRow = Shapes["WaveRow"];
export type WaveChangesAnswer = Shapes["WaveChangesAnswer"];
export type CaseOverWaves = Shapes["CaseOverWavesRow"];
export type WaveStep = Shapes["WaveStepRow"];
export type CodeInWave = Shapes["CodeInWaveRow"];
