/** Whether quotes let a reader find who spoke; these are as the routes describe themselves. */
import type { components } from "../api-types";

type Shapes = components["schemas"];

export type ExportCheck = Shapes["ExportAnswer"];
export type DisclosureRemedy = Shapes["RemedyRow"];
export type DisclosureRisk = Omit<Shapes["RiskRow"], "cells"> & { cells: string[][] };
export type CheckedTable = Shapes["CheckedTableRow"];
export type ReleaseRow = Shapes["ReleaseRow"];

/** The part of a check that is about quotes. */
export interface DisclosureReport extends Pick<Shapes["DisclosureAnswer"], "k" | "by" | "notes"> {
  risks: DisclosureRisk[];
}
