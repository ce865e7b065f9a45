// What fetchWithTimeout promises: the operation's own outcome in time, or else a TimeoutError and an aborted signal.
import { abortAnswers } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { failures, settledAt } from "./kit/as-it-went.ts";
import { abortedAt, called, noTimerLeft, passedOn, settledInWords, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import * as jobs from "./kit/jobs.ts";
import { errorNamed, FALSY, failing, type Job, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { clockReadTooLate, inPlaceOf, stands } from "./kit/mistakes/slips.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { explanation, gaveUp, type WrongRules } from "./kit/models/given-up.ts";
import { nothingShared, onceMore, textsOf } from "./kit/once-more.ts";
import { isNode, type Plain } from "./trace/plain.ts";
import { partOf } from "./trace/scope.ts";
import { outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/04-timeout/timeout.ts");

/** One operation and its limit in virtual ms, 2000 if not given. Once more so many ms later, with the same one. */
interface Cast {
  job: Job;
  ms?: number;
  again?: number[];
}

const wrong: WrongRules = {
  "abort-answer-wins": [{ answerCounts: true }],
  "signal-only": [{ waits: true }, { waits: true, answerCounts: true }],
  "resolves-on-timeout": [{ comesTo: "a value" }],
  "generic-error": [{ comesTo: "another error" }],
};
const TIMED_OUT = { name: "TimeoutError" };
const givenUp = ({ calls: [operation] }: Trace, at: number) => ({ at, operation, shape: TIMED_OUT });
const onlyTimer = ({ timersMade }: Trace) => (timersMade.length === 1 ? timersMade[0]!.ms : undefined);

const mistakes: Mistakes = {
  "wrong-combinator": inPlaceOf("race"),
  "clock-read-too-late": clockReadTooLate,
  "repeated-call": ({ calls }) => calls.length > 1,
  "signal-not-passed": ({ calls }) => calls.some(({ signal, how }) => !signal && how !== "threw"),
  ...failureMistakes,
  "lost-rejection": (trace) =>
    failures(trace).length > 0 && gaveUp(trace, givenUp(trace, 2000), {}) === undefined,
  "abort-by-error": (trace) => stands(trace, "AbortError by name") && gathered.failureChanged(trace),
  "timeout-after-await": ({ calls: [call], timersMade }) =>
    timersMade.length > 0 && timersMade.every(({ madeAt }) => madeAt > (call?.start.at ?? Infinity)),
  "late-start": gathered.startedLate,
  "busy-wait": (trace) => gathered.lookedNowAndThen(trace, inputOf<Cast>(trace).ms ?? 2000),
};

const limiting = {
  scenario(world: World, { fetchWithTimeout }: Student, { job, ms, again }: Cast) {
    const returns = again && textsOf(world, "operation", undefined, again);
    const operation = jobs.serviceFor(world, "operation", job, returns);
    return onceMore(world, again, () =>
      ms === undefined ? fetchWithTimeout(operation) : fetchWithTimeout(operation, ms),
    );
  },
  says: ({ job, ms = 2000 }: Cast) => `With a limit of ${ms} ms and an operation of ${jobs.inWords([job])}`,
  mistakes,
};
/** With an operation that stops at the abort: so whoever waits for it is in time all the same. */
const limited = (takes: number, ms: number): Cast => ({
  job: { ...returning(takes), onAbort: { resolves: true } },
  ms,
});
const ERRORS = [jobs.MADE, errorNamed("AbortError"), errorNamed("TimeoutError")];
const QUICK = [returning(100), failing(100), throwing(), returning(100, undefined), failing(100, undefined)];
/** An Error may be returned, and anything may be thrown. */
const byValue = ({ value, ends }: Job) =>
  !value ? "falsy-is-nothing" : value !== jobs.MADE && ends === "returns" ? "outcome-by-value" : undefined;
const inTime = (job: Job): Cast => ({ job, ms: 2000 });

/** How it ended, whatever its result or the words of its error. */
const endOf = (trace: Trace) => {
  const { value = null, ...outcome } = outcomeOf(trace);
  const kind: Plain = isNode(value) && value.t === "error" ? value.name : { t: "cut" };
  return settledInWords({ ...outcome, value: kind });
};

export default grader<Student>("04-timeout", [
  check("story", "gives up at 2000 ms with a TimeoutError", {
    points: 2,
    cast: [{ job: returning(3000) }],
    ...limiting,
    expect: (trace) => [gaveUp(trace, givenUp(trace, 2000), wrong)],
    mistakes: { "wrong-default": (trace) => Math.abs((onlyTimer(trace) ?? 2000) - 2000) > 1, ...mistakes },
  }),
  check("limit", "keeps to the limit it is given, and passes on what comes before it", {
    points: 2,
    cast: [
      ...[limited(3000, 707), limited(703, 3000), limited(200_000, 100_003), limited(100_003, 200_000)],
      ...[limited(300, 201), limited(203, 300), limited(1000, 1), limited(1000, 0)],
    ],
    ...limiting,
    expect: (trace, { job, ms = 0 }) => {
      // Limits like any other have been asked for before 0 is.
      const otherwise = ms === 0 ? "falsy-is-nothing" : explanation(trace, givenUp(trace, ms), wrong);
      return [
        job.takes < ms
          ? passedOn(trace, "operation")
          : settledAt(trace, { at: ms === 0 ? [0, 1] : ms, otherwise }),
        called(trace, "operation", { at: [0] }),
      ];
    },
    mistakes: { "argument-ignored": (trace) => onlyTimer(trace) === 2000, ...mistakes },
  }),
  check("failure", "passes on the operation's own failure", {
    points: 1,
    cast: [...ERRORS.map((value) => failing(1003, value)), throwing()].map(inTime),
    ...limiting,
    expect: (trace) => [passedOn(trace, "operation")],
  }),
  check("values", "takes every value for what it is: 0, null, undefined, an Error", {
    points: 1,
    cast: [
      ...[returning(1000), returning(1000, errorNamed("Error")), failing(1000), throwing()],
      ...FALSY.flatMap((value) => [returning(1000, value), failing(1000, value), throwing(value)]),
      ...jobs.LISTS.map((value) => returning(1000, value)),
    ].map(inTime),
    ...limiting,
    expect: (trace, { job }) => [passedOn(trace, "operation", { otherwise: byValue(job) })],
  }),
  check("abort", "aborts the operation's signal at the limit, and not after a success", {
    points: 1,
    cast: [limited(3000, 703), limited(1000, 2000)],
    ...limiting,
    expect: (trace, { job, ms = 0 }) => {
      if (job.takes > ms) return [abortedAt(trace, "operation", { at: outcomeOf(trace).settled?.at ?? ms })];
      // AbortSignal.timeout aborts at the limit whatever came before: only an earlier abort is the submission's doing.
      const at = trace.calls[0]?.signal?.aborted?.at ?? ms;
      const message = `The operation succeeded, but its signal was aborted, at ${at} ms.`;
      return [that(at >= ms, message, { otherwise: "aborts-after-success" })];
    },
    mistakes: { ...mistakes, "work-goes-on": ({ calls }) => calls.some(({ signal }) => !signal?.aborted) },
  }),
  check("regardless", "gives up whatever the operation does about the abort", {
    points: 1,
    cast: abortAnswers(3000),
    says: (job) => limiting.says({ job, ms: 700 }),
    async scenario(world, student, job) {
      for (const [name, onAbort] of Object.entries({ Ignored: "ignore" as const, Answered: job.onAbort })) {
        const cast = { job: { ...job, onAbort }, ms: 700 };
        await world.watch(name, () => limiting.scenario(world.scope(name), student, cast));
      }
    },
    // Whether it gives up at all, and with what, is asked above.
    mayPend: true,
    expect: (trace) => {
      const [ignored, answered] = [partOf(trace, "Ignored"), partOf(trace, "Answered")];
      const message = `It ${endOf(answered)}, but if the operation ignores the abort it ${endOf(ignored)}.`;
      const [otherwise] = [answered, ignored].flatMap(
        (part) => explanation(part, givenUp(part, 700), wrong) ?? [],
      );
      return [that(endOf(answered) === endOf(ignored), message, { otherwise })];
    },
  }),
  check("timer", "leaves no timer behind", {
    points: 1,
    cast: [{ job: returning(3000), ms: 100 }, ...QUICK.map((job) => ({ job, ms: 60_000 }))],
    ...limiting,
    expect: (trace) => [noTimerLeft(trace, { otherwise: "timer-leak" })],
  }),
  check("apart", "keeps overlapping calls apart", {
    points: 1,
    ...apart(
      limiting,
      {
        "A call in time": { job: returning(600), ms: 2000 },
        "A call that times out": limited(3000, 1000),
        "A call that fails": { job: failing(500), ms: 1500 },
        "Calls with one operation": { job: returning(751), ms: 1200, again: [0, 100] },
      },
      { inside: true, own: nothingShared },
    ),
  }),
]);
