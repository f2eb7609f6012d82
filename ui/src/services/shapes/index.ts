/** What the routes answer and take, in the field's words (offsets are code points, half-open). */
export type * from "./study";
export type * from "./sources";
export type * from "./codes";
export type * from "./cases";
export type * from "./asking";
export type * from "./fieldwork";
export type * from "./disclosure";
export type * from "./synthesis-time";
export type * from "./findings";
