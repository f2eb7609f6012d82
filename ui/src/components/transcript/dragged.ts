/** What is being dragged: a code's id, or the word that a passage of the open text is. */
export const CODE_DRAGGED = "application/x-crosscase-code";
export const PASSAGE_DRAGGED = "application/x-crosscase-passage";
