// The graders' scripts, by exercise id, of a child that runs programs by themselves.

/** Of the one grader, and its one check. */
export const ITSELF = "play";

/** Its one check is the program itself. */
export const PLAY = JSON.stringify({
  [ITSELF]: `({ id: "${ITSELF}", checks: [{ id: "${ITSELF}", itself: true }] })`,
});
