// What came of a check, as students see it.

/** `waits`: not begun, and not asked for. `fault`: it could not be graded, and that is ours. */
export type CheckState = "passed" | "failed" | "not-run" | "fault" | "waits";
