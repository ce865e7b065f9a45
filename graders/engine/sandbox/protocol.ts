// What the trusted process and the sandboxed child say to each other: one JSON object a line.
import type { Plain } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";

/** The argument that tells a child to start its watchdog. */
export const WATCHED = "--watched";

/** The argument before the folder into which a child writes, at its end, what V8 compiled of its scripts; see edition/compiled.ts. */
export const KEEP = "--keep";
/** The end of such a file's name, after the script's, and how many bytes at its beginning are not V8's. */
export const COMPILED = ".compiled";
export const SEAL = 8;

export type Request =
  | { id: string; kind: "probe" }
  | { id: string; kind: "load"; exercise: string; code: string }
  /**
   * Answers each run of each series, in order. `trail`: says all the way where it is, to tell what of it never comes back.
   * `closely`: the trace has every step of the event loop.
   */
  | { id: string; kind: "run"; series: readonly Series[]; trail?: boolean; closely?: boolean };

/**
 * Runs of a check (its id) with each input in turn; one that does not end quietly is the last. `key`: what all that is
 * unpredictable follows from.
 */
export interface Series {
  check: string;
  key: string;
  inputs: readonly Input[];
}

/**
 * What a check is run with: nothing, or one input, and maybe in which order comes what falls into one virtual ms (see
 * `chooser`); then, to explore all that may happen, how many kinds of gaps there may be between two events (see `explorer`).
 */
export type Input = [] | [Plain] | [Plain, number[]] | [Plain, number[], number];

/** `id` echoes the request's, which nobody but the parent and the child's own code knows. */
export type Reply = { id?: string } & (
  | { kind: "ready" }
  /** Nothing is loaded: earlier programs left so much in this child that it is no place for another one. */
  | { kind: "full" }
  /** The known escapes that worked in this sandbox: there must be none. */
  | { kind: "probed"; escapes: string[] }
  | { kind: "trace"; trace: Trace }
  /** The submission has no such export, or something that cannot be called (`found`: its type). */
  | { kind: "missing"; name: string; found?: string }
  /** Where the child is; the last one before a kill tells what never came back. */
  | { kind: "status"; status: Status }
  /** A fault of ours in the child. */
  | { kind: "fault"; message: string }
);

/** Whether a run's answer is the last of its series, however many inputs are left. */
export function endsSeries(answer: { kind: string; trace?: Trace }): boolean {
  return answer.kind !== "trace" || answer.trace?.end !== "quiet";
}

/** Follows the answers to a request for these series. None of them is empty. */
export class Progress<S extends Pick<Series, "inputs">> {
  private readonly series: readonly S[];
  private index = 0;
  private count = 0;

  constructor(series: readonly S[]) {
    this.series = series;
  }

  /** The series and the input that the next answer is about; undefined after the last. */
  get next(): { series: S; input: Input } | undefined {
    const series = this.series[this.index];
    return series && { series, input: series.inputs[this.count]! };
  }

  /** Goes on after an answer. A fault of ours is the last of all. */
  took(answer: { kind: string; trace?: Trace }): void {
    if (answer.kind === "fault") this.index = this.series.length;
    this.count++;
    if (!endsSeries(answer) && this.count < (this.series[this.index]?.inputs.length ?? 0)) return;
    this.index++;
    this.count = 0;
  }
}

/** What is about to run: the module itself, the scenario, or a timer's callback at a virtual time. */
export interface Status {
  phase: "import" | "scenario" | "timer";
  at: number;
}
