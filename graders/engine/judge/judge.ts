// From a trace to a verdict: pure, in the trusted process. No student code runs here, nor anything it could touch.

import { dataArgs } from "../../kit/expectations.ts";
import type { Check, Failure, Grader } from "../../kit/grader.ts";
import { fromPlain, type Plain, type Position, show } from "../../trace/plain.ts";
import { printableLines } from "../../trace/printable.ts";
import { whereIn } from "../../trace/scope.ts";
import { type Outcome, type Trace, thrownAt } from "../../trace/trace.ts";
import type { Status } from "../sandbox/protocol.ts";
import type { Answer } from "../sandbox/run.ts";
import type { CheckOutcome, CheckVerdict } from "../types.ts";
import { type Named, nameOf, nameOfStuck } from "./naming.ts";
import { orderInWords } from "./order-in-words.ts";
import { ownError } from "./own-errors.ts";

/** The compiled program, and how a position in it maps to the student's source. */
export interface Judged {
  code: string;
  place: (position: Position) => Position | undefined;
  /** Whether it passed is all that is asked: nothing is named, which costs more than all else. */
  unnamed?: boolean;
}

/** The verdict on one run of a check. An expectation that throws is our fault: `grader-error`. */
export function judge(grader: Grader, check: Check, answer: Answer, program: Judged): CheckVerdict {
  switch (answer.kind) {
    case "trace":
      return judgeTrace(grader, check, answer.trace, program);
    case "missing":
      return verdict(check, "no-export", { message: missingExport(answer.name, answer.found) });
    case "died": {
      const named = isStuck(answer) ? nameOfStuck(check, program.code) : undefined;
      return verdict(check, answer.outcome, {
        message: death(answer.outcome, answer.status),
        ...(named && { misconception: named }),
      });
    }
    case "fault":
      return graderError(check, answer.message);
    default:
      return graderError(check, `unexpected reply ${answer.kind}`);
  }
}

export function graderError(check: Check, detail: string): CheckVerdict {
  return verdict(check, "grader-error", {
    message: `This check could not be graded; that is the grader's fault, not yours. (${detail.split("\n")[0]})`,
  });
}

/** A check that was not run. */
export function notRun(check: Check, outcome: CheckOutcome, feedback = ""): CheckVerdict {
  return verdict(check, outcome, { message: feedback });
}

function judgeTrace(grader: Grader, check: Check, trace: Trace, judged: Judged): CheckVerdict {
  const { code, place, unnamed } = judged;
  let failure: (Failure & { outcome: CheckOutcome }) | undefined;
  let named: Named = {};
  try {
    failure = whyFailed(check, trace, code);
    if (failure && !unnamed) named = nameOf(grader, check, failure, trace, code);
  } catch (error) {
    return graderError(check, String(error));
  }
  const order = failure && orderInWords(trace);
  if (failure && order) failure = { ...failure, message: `${failure.message}\n${order}` };
  const base = failure
    ? verdict(check, failure.outcome, { message: failure.message, ...named })
    : {
        id: check.id,
        title: check.title,
        outcome: "passed" as const,
        score: check.points,
        maxScore: check.points,
        feedback: "",
      };
  const settled = lastSettled(trace);
  const where = failure && (failure.where ?? firstPlace(failure.culprit, place));
  return { ...base, ...(settled ? { virtualMs: settled.at } : {}), ...(where ? { where } : {}), trace };
}

function whyFailed(
  check: Check,
  trace: Trace,
  code: string,
): (Failure & { outcome: CheckOutcome }) | undefined {
  const input = trace.input === undefined ? undefined : fromPlain(trace.input);
  // What an expectation finds says so itself.
  const said = (message: string) => (check.says ? `${check.says(input)}: ${message}` : message);
  const ended = badEnd(trace);
  if (ended) return { ...ended, message: said(ended.message) };
  const finding = check.expect(trace, input).find((found) => found !== undefined);
  const pending = Object.values(trace.outcomes).find(
    ({ state, label }) => state === "pending" && check.mayPend !== true && !check.mayPend?.includes(label),
  );
  if (finding) {
    const stuck = pending && trace.end === "never-settles";
    const message = stuck ? said(neverSettles(trace, pending)) : finding.message;
    const error = ownError(trace, code);
    const told = error && error !== finding.culprit;
    return {
      ...finding,
      message: told ? `Your code threw ${show(error).replace(/\.$/, "")}.\n${message}` : message,
      outcome: pending ? "never-settled" : "failed",
      ...(error ? { culprit: error } : {}),
    };
  }
  if (pending) return { message: said(neverSettles(trace, pending)), outcome: "never-settled" };
  const [floating] = trace.floating;
  if (!floating) return undefined;
  // A picture shows the part alone, and its time.
  const { scope, at } = whereIn(trace, floating);
  const when = scope === undefined ? `At ${at} ms` : `${scope}: at ${at} ms`;
  return {
    message: said(`${when} a promise rejected with ${show(floating.reason)}, and nobody handled it.`),
    misconception: "floating-rejection",
    outcome: "failed",
    culprit: floating.reason,
  };
}

/** Ends that leave nothing to expect. */
function badEnd(trace: Trace): (Failure & { outcome: CheckOutcome }) | undefined {
  switch (trace.end) {
    case "crashed": {
      const { at, reason } = trace.uncaught!;
      const message = trace.outcomes.main
        ? `At ${at} ms ${show(reason)} was thrown where no promise could take it: out of a callback.`
        : `Your file threw ${show(reason)} while it was being loaded.`;
      return { message, outcome: "crashed", culprit: reason };
    }
    case "virtual-time-limit":
      return {
        message: `Still not settled at ${trace.endedAt} ms of virtual time, where this check ends.`,
        outcome: "virtual-time-limit",
      };
    case "step-limit":
      return {
        message: `Still not settled at ${trace.endedAt} ms, after more timers than this exercise can need.`,
        outcome: "virtual-time-limit",
      };
    case "output-limit":
      return {
        message: "It printed or called more than can be recorded. Is there a loop that does not wait?",
        outcome: "output-limit",
      };
    default:
      return undefined;
  }
}

function neverSettles(trace: Trace, { label }: Outcome): string {
  const who = label === "main" ? "Your function's promise" : label;
  const open = trace.calls.find(({ end }) => end === undefined);
  if (open) {
    const call = `${open.service}(${dataArgs(open)
      .map((arg) => show(arg, 24))
      .join(", ")})`;
    return `${who} never settles: it waits for \`${call}\`, which never ends by itself.`;
  }
  return `${who} never settles: no timer and no call is left that could still settle it.`;
}

function lastSettled(trace: Trace): { at: number } | undefined {
  // Where a scenario watches several things, its own end says nothing of the submission.
  const { main, ...others } = trace.outcomes;
  const watched = Object.values(others);
  const moments = (watched.length > 0 ? watched : main ? [main] : []).flatMap(({ settled, state }) =>
    settled && state !== "returned" ? [settled] : [],
  );
  return moments.reduce<{ at: number } | undefined>(
    (last, next) => (last && last.at >= next.at ? last : next),
    undefined,
  );
}

/** Where in the student's own code the culprit was made. */
function firstPlace(
  culprit: Plain | undefined,
  place: (position: Position) => Position | undefined,
): Position | undefined {
  for (const position of thrownAt(culprit)) {
    const found = place(position);
    if (found) return found;
  }
  return undefined;
}

function missingExport(name: string, found: string | undefined): string {
  return found
    ? `\`${name}\` is exported, but it is ${found === "null" ? "null" : `a value of type ${found}`}, and cannot be called.`
    : `There is no export named \`${name}\`. Write \`export\` in front of it, and check its spelling.`;
}

function death(outcome: CheckOutcome, status: Status | undefined): string {
  switch (outcome) {
    case "time-limit":
      return `${whereStuck(status)} never came back: the event loop was not given back, so nothing else could run.`;
    case "memory-limit":
      return "It used more memory than a submission may have. Does something grow without end?";
    case "output-limit":
      return "It wrote more than a submission may.";
    default:
      return "The process that ran it ended before the check did.";
  }
}

/** Whether it was the check's own run that never gave the event loop back, and not the loading of the file. */
function isStuck({ outcome, status }: Extract<Answer, { kind: "died" }>): boolean {
  return outcome === "time-limit" && status?.phase !== "import";
}

function whereStuck(status: Status | undefined): string {
  switch (status?.phase) {
    case "import":
      return "Loading your file";
    case "timer":
      return `What your code did at ${status.at} ms`;
    default:
      return "The call of your function";
  }
}

function verdict(
  check: Check,
  outcome: CheckOutcome,
  { message, misconception, certain }: { message: string } & Named,
): CheckVerdict {
  return {
    id: check.id,
    title: check.title,
    outcome,
    score: 0,
    maxScore: check.points,
    // It quotes what strangers wrote: their names, their messages, their file's name.
    feedback: printableLines(message),
    ...(misconception === undefined ? {} : { misconception }),
    ...(certain ? { certain } : {}),
  };
}
