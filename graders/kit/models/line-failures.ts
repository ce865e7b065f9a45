// What becomes of failures in a line, for telling mistakes apart. Serves 13 and 14, and 16, 26, 27, 29 and 32.

import { isNode } from "../../trace/plain.ts";
import { type Call, notesOf, type Outcome, outcomeOf, type Trace } from "../../trace/trace.ts";
import { failures } from "../as-it-went.ts";
import type { Mistakes } from "../grader.ts";
import { FALSY, failing, ready } from "../jobs.ts";
import * as gathered from "../mistakes/gathered.ts";
import { isFalsy, isWrapping } from "../mistakes/values.ts";
import { type Crowd, crowd } from "./line.ts";
import { refusals } from "./line-mistakes.ts";

/** Crowds in which somebody fails while others are served, or wait. */
export const failingCrowds: Crowd[] = [
  // Uneven, too: who looks now and then is late.
  crowd(2, 1000, failing(307), 500, 200),
  crowd(1, 100, failing(200), 100),
  crowd(3, failing(700), failing(300), 1000, 200),
  crowd(3, 100, 200, 300, 400, failing(100), 700, 200),
  // In one ms: another one succeeds, or fails as well.
  crowd(2, failing(300), 300, 200, 200),
  crowd(2, failing(300), failing(300), 100),
  ...FALSY.map((value) => crowd(2, 1000, failing(300, value), 500, 200)),
];

/** One has failed, and another succeeded, when they are asked: in one turn. Who looks only at the first that settles misses it. */
export const inOneTurn: Crowd = crowd(2, ready(), { ...failing(0), atOnce: true });

/** It came to this, although what the visits came from had failed, which is noted: `broke`. */
const whenBroken = (trace: Trace, state: Outcome["state"]) =>
  notesOf(trace, "broke").length > 0 && outcomeOf(trace).state === state;

/** One outcome for the whole line, which is to be the first failure's. */
export const sharedFailure: Mistakes = {
  ...refusals,
  "floating-rejection": ({ floating }) => floating.length > 0,
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  "falsy-is-nothing": (trace) =>
    failures(trace).length > 0 && failures(trace).every(({ value }) => isFalsy(value!)),
  "swallowed-error": (trace) => gathered.failureSwallowed(trace) || whenBroken(trace, "fulfilled"),
  "lost-rejection": (trace) => gathered.failureLost(trace) || whenBroken(trace, "pending"),
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "late-rejection": gathered.rejectedLate,
};

/** An outcome for each visit, labelled `NAME 1` and so on, which is to be its own call's. `calls`: those that may fail. */
export function ownFailures(name: string, calls: (trace: Trace) => Call[]): Mistakes {
  const own = ({ outcomes }: Trace) =>
    Object.values(outcomes).filter(({ label }) => label.startsWith(`${name} `));
  const failed = (trace: Trace) => calls(trace).filter(({ how }) => how === "rejected" || how === "threw");
  const some = (such: (outcome: Outcome, failed: Call[]) => boolean) => (trace: Trace) =>
    own(trace).some((outcome) => such(outcome, failed(trace)));
  return {
    "floating-rejection": ({ floating }) => floating.length > 0,
    "lost-rejection": some(({ state }) => state === "pending"),
    "falsy-is-nothing": (trace) =>
      failed(trace).length > 0 && failed(trace).every(({ value }) => isFalsy(value!)),
    "wrapped-error": some(({ value = null }, all) => all.some((call) => isWrapping(value, call.value!))),
    "generic-error": some(
      ({ value = null }) => isNode(value) && value.t === "error" && value.ref === undefined,
    ),
    "swallowed-error": (trace) => own(trace).every(({ state }) => state === "fulfilled"),
  };
}
