// Exercise 34: which kind of handler, for which work.

/** What a handler has to do. `library`: what it does its I/O with; "none" if it does no I/O. */
export interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  /** False if it is not given. */
  cpuHeavy?: boolean;
}

export type Choice = "async def" | "def" | "def + executor" | "either";

/** How to write the handler that does this work, by the chart. */
export function chooseHandler(work: Work): Choice {
  // TODO: go through the chart, row by row.
  throw new Error("Not implemented yet");
}
