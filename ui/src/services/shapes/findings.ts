/** Findings with the checks, quotes and evidence that they stand on. */
import type { components } from "../api-types";

type Shapes = components["schemas"];

export type CheckRow = Shapes["CheckRow"];
export type Standing = CheckRow["standing"];
export type FindingStatus = NonNullable<Shapes["NewFinding"]["status"]>;
export type FindingRow = Shapes["FindingRow"];
export type Findings = Shapes["FindingList"];
export type QuantityWord = Shapes["WordRow"];
export type QuoteRow = Shapes["BankQuote"];
export type QuoteStanding = QuoteRow["standing"];
export type AgainstFinding = Shapes["AgainstAnswer"];
export type GivenPassage = Shapes["GivenPassage"];
export type Report = Shapes["ReportAnswer"];
export type ReportSection = Shapes["ReportSection"];
export type Checklist = Shapes["ChecklistAnswer"];
export type ChecklistItem = Shapes["ChecklistItem"];
export type ItemStanding = ChecklistItem["standing"];
