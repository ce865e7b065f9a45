// The script of a child that runs programs by themselves, in the place of a grader's.

/** Of the one grader, and its one check. */
export const ITSELF = "play";

/** Its one check is the program itself. */
export const PLAY = `({ id: "${ITSELF}", checks: [{ id: "${ITSELF}", itself: true }] })`;
