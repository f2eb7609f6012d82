/** Choosing and meeting the cases; these are as the routes describe themselves. */
import type { components } from "../api-types";

type Shapes = components["schemas"];

export type BoardPerson = Shapes["BoardPerson"];
export type FieldworkPerson = Shapes["FieldworkPerson"];
export type FieldContact = Shapes["FieldContact"];
export type FieldConsent = Shapes["FieldConsent"];
export type FieldActivity = Shapes["FieldActivity"];
export type FieldworkTable = Shapes["FieldworkTable"];
export type ResponseRate = Shapes["ResponseRate"];
export type RecruitmentPage = Shapes["RecruitmentPage"];

export type FrameRow = Shapes["FrameRow"];
export type FrameWhole = Shapes["FrameWhole"];
export type FrameColumn = Shapes["FrameColumn"];
export type FrameGroups = Shapes["FrameGroups"];
export type FrameTaken = Shapes["FrameTaken"];
export type SelectionRow = Shapes["SelectionRow"];
export type SelectionWhole = Shapes["SelectionWhole"];
export type ChoiceTried = Shapes["ChoiceTried"];

export type NamedThing = Shapes["NamedThing"];
export type ActivityRow = Shapes["ActivityRow"];
export type ApprovalRow = Shapes["ApprovalRow"];
export type GuideRow = Shapes["GuideRow"];
export type GuideTopic = Shapes["GuideTopic"];
export type TopicStandings = Shapes["TopicStandings"];
export type TurnTopic = Shapes["TurnTopic"];
