// A run to go through step by step, and where one is in it: plain data, of which everything on the screen is drawn.
import { type Happening, happeningsOf } from "../../../graders/timeline/step-by-step.ts";
import type { Trace } from "../../../graders/trace/trace.ts";

export interface Stepped {
  /** What it is a run of: a file, or a check. */
  title: string;
  trace: Trace;
  happenings: readonly Happening[];
  /** The program's files by the names that places have; that of a place without a name is `entry`. */
  files: ReadonlyMap<string, string>;
  entry: string;
}

export function steppedOf(run: Omit<Stepped, "happenings">): Stepped {
  return { ...run, happenings: happeningsOf(run.trace) };
}
