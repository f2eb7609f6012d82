/** The framework matrix and grids, as the routes tell them. */
import type { components } from "../api-types";

type Shapes = components["schemas"];

export type Chart = Shapes["ChartAnswer"];
export type ChartSide = Shapes["ChartSide"];
export type ChartWords = Shapes["ChartWords"];
export type ChartCell = Shapes["ChartCellAnswer"];
export type CellWritten = Shapes["CellWritten"];
export type GivenPassage = Shapes["GivenPassage"];
export type GridWhole = Shapes["GridAnswer"];
export type GridRow = Shapes["GridRow"];
export type OfferedGrid = Shapes["OfferedGrid"];
export type JudgementRow = Shapes["JudgementRow"];
export type NewJudgement = Shapes["NewJudgement"];
export type GridAgreement = Shapes["AgreementAnswer"];
export type KappaRow = Shapes["KappaRow"];
