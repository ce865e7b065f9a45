// From a trace to a verdict: pure, in the trusted process. No student code runs here, nor anything it could touch.

import { dataArgs } from "../../kit/expectations.ts";
import type { Check, Failure, Grader } from "../../kit/grader.ts";
import { fromPlain, isNode, type Plain, type Position, show } from "../../trace/plain.ts";
import { printableLines } from "../../trace/printable.ts";
import { whereIn } from "../../trace/scope.ts";
import { type Outcome, type Trace, thrownAt } from "../../trace/trace.ts";
import type { Status } from "../sandbox/protocol.ts";
import type { Answer } from "../sandbox/run.ts";
import type { CheckOutcome, CheckVerdict } from "../types.ts";
import { orderInWords } from "./order-in-words.ts";

/**
 * The verdict on one run of a check. `place` maps a position in the compiled program to the student's source.
 * An expectation that throws is our fault: `grader-error`.
 */
export function judge(
  grader: Grader,
  check: Check,
  answer: Answer,
  place: (position: Position) => Position | undefined,
): CheckVerdict {
  switch (answer.kind) {
    case "trace":
      return judgeTrace(grader, check, answer.trace, place);
    case "missing":
      return verdict(check, "missing", { message: missingExport(answer.name, answer.found) });
    case "died":
      return verdict(check, answer.outcome, {
        message: death(answer.outcome, answer.status),
        ...(isStuck(answer) && check.whenStuck ? { misconception: check.whenStuck } : {}),
      });
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

function judgeTrace(
  grader: Grader,
  check: Check,
  trace: Trace,
  place: (position: Position) => Position | undefined,
): CheckVerdict {
  let failure: (Failure & { outcome: CheckOutcome }) | undefined;
  try {
    failure = whyFailed(check, trace);
    if (failure && !failure.misconception) {
      const named = recognise(trace, check.mistakes) ?? recognise(trace, grader.mistakes);
      if (named) failure = { ...failure, misconception: named };
    }
  } catch (error) {
    return graderError(check, String(error));
  }
  const order = failure && orderInWords(trace);
  if (failure && order) failure = { ...failure, message: `${failure.message}\n${order}` };
  const base = failure
    ? verdict(check, failure.outcome, failure)
    : {
        id: check.id,
        title: check.title,
        outcome: "passed" as const,
        score: check.points,
        maxScore: check.points,
        feedback: "",
      };
  const settled = lastSettled(trace);
  const where = failure && firstPlace(failure.culprit, place);
  return { ...base, ...(settled ? { virtualMs: settled.at } : {}), ...(where ? { where } : {}), trace };
}

function whyFailed(check: Check, trace: Trace): (Failure & { outcome: CheckOutcome }) | undefined {
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
    const bug = finding.culprit ? undefined : bugIn(trace);
    return {
      ...finding,
      message: bug ? `${message}\nYour code threw ${show(bug)}.` : message,
      outcome: pending ? "never-settled" : "failed",
      ...(bug ? { culprit: bug } : {}),
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

/** An outcome's error that the language itself threw in the student's code: what they must hear of first. */
export function bugIn(trace: Trace): Plain | undefined {
  const values = Object.values(trace.outcomes).flatMap(({ state, value }) =>
    (state === "rejected" || state === "threw") && value !== undefined ? [value] : [],
  );
  return values.find((value) => thrownAt(value).length > 0 && isBug(value));
}

function isBug(value: Plain): boolean {
  return isNode(value) && value.t === "error" && /^(TypeError|ReferenceError)$/.test(value.name);
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
        message: `Still not settled at ${trace.endedAt} ms of virtual time, with timers that go on and on.`,
        outcome: "virtual-time-limit",
      };
    case "step-limit":
      return {
        message: `Still not settled at ${trace.endedAt} ms after more timers than this exercise can need: it polls instead of waiting.`,
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

function recognise(trace: Trace, mistakes: Check["mistakes"]): string | undefined {
  return Object.entries(mistakes ?? {}).find(([, shows]) => shows(trace))?.[0];
}

function neverSettles(trace: Trace, { label }: Outcome): string {
  const who = label === "main" ? "Your function's promise" : `The promise of ${label}`;
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

function verdict(check: Check, outcome: CheckOutcome, { message, misconception }: Failure): CheckVerdict {
  return {
    id: check.id,
    title: check.title,
    outcome,
    score: 0,
    maxScore: check.points,
    // It quotes what strangers wrote: their names, their messages, their file's name.
    feedback: printableLines(message),
    ...(misconception === undefined ? {} : { misconception }),
  };
}
