// What waitUntilReady promises: check, wait, check again, and never hold up the event loop.
import { apart } from "./kit/apart.ts";
import { rejectedWithFirst } from "./kit/as-it-went.ts";
import { counted } from "./kit/counted.ts";
import { called, fulfilled, noTimerLeft, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes, type Play } from "./kit/grader.ts";
import { inParts } from "./kit/in-parts.ts";
import { inputOf } from "./kit/input.ts";
import { answerOf, FALSY, failing, inWords, isFailure, type Job, makeValues, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { stands } from "./kit/mistakes/slips.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { noneAfterFailure, oneAfterTheOther, type Rule, wentBy, wrong } from "./kit/models/turns.ts";
import { isUndefined, show } from "./trace/plain.ts";
import { callsOf, outcomeOf, type Trace } from "./trace/trace.ts";

type Student = typeof import("../exercises/11-blocking-sleep/blocking-sleep.ts");

/** The last of the checks says yes, or fails; the others say no. Times in virtual ms. */
interface Cast {
  checks: Job[];
  interval: number;
  /** When the heartbeat of 100 ms begins; none if 0. */
  beat: number;
}
function yesAfter(interval: number, takes: number[], beat = 0): Cast {
  return { interval, beat, checks: takes.map((ms) => returning(ms)) };
}
function failAfter(interval: number, takes: number[], ...value: [unknown?]): Cast {
  const { checks } = yesAfter(interval, takes.slice(0, -1));
  return { interval, beat: 0, checks: [...checks, failing(takes.at(-1)!, ...value)] };
}

const intervalOf = (trace: Trace) => inputOf<Cast>(trace).interval;
const countOf = (trace: Trace) => callsOf(trace, "check").length;
const wentWrong = (rule: Rule) => (trace: Trace) => wentBy(rule, trace, "check", () => intervalOf(trace));
const mistakes: Mistakes = {
  "busy-wait": (trace) => trace.timersMade.length > 3 * trace.calls.length + 3,
  "blocking-sleep": ({ blocked }) => blocked.length > 0,
  ...failureMistakes,
  "late-start": gathered.startedLate,
  "missing-return": ({ outcomes: { main } }) => main?.state === "fulfilled" && isUndefined(main.value!),
  "forgotten-await": gathered.wentOn,
  "timer-not-awaited": wentWrong(wrong.noWait),
  "fixed-rate": (trace) =>
    wentWrong(wrong.fromStart)(trace) || trace.timersMade.some(({ kind }) => kind === "interval"),
  "promise-settles-once": (trace) => stands(trace, "awaited again") && wentWrong(wrong.oftenNoWait)(trace),
  "repeated-call": wentWrong(wrong.oftenNoWait),
  "argument-ignored": (trace) => intervalOf(trace) !== 1000 && trace.timersMade.some(({ ms }) => ms === 1000),
  "waits-after-last": (trace) =>
    outcomeOf(trace).settled?.at === (trace.calls.at(-1)?.end?.at ?? 0) + intervalOf(trace),
  "wrong-count": (trace) => outcomeOf(trace).value !== countOf(trace),
};

/** Nothing held up the event loop: nothing else could make a heartbeat late. */
const loopFree = ({ blocked }: Trace) => {
  const held = blocked.find(({ from, to }) => to > from);
  const message = `The event loop was held up from ${held?.from} to ${held?.to} ms.`;
  return that(held === undefined, message, { otherwise: "blocking-sleep" });
};
const madeAll = (trace: Trace, { checks }: Cast) => called(trace, "check", { atLeast: checks.length });
const gotReady = (trace: Trace, cast: Cast) => [loopFree(trace), madeAll(trace, cast), fulfilled(trace)];

const waiting: Play<Student, Cast> = {
  scenario(world, { waitUntilReady }, { checks, interval, beat }) {
    if (beat) world.heartbeat("heartbeat", 100, beat);
    const [failure] = makeValues(world, checks.filter(isFailure), "failure");
    const calls = checks.map((job, index) =>
      answerOf(job, isFailure(job) ? failure : index === checks.length - 1),
    );
    // Further checks are wrong; they say yes, so that an end comes.
    const ask = world.service<[], boolean>("check", { takes: checks.at(-1)!.takes, returns: true, calls });
    const blockingSleep = world.blocking("blockingSleep", { costs: (ms: number) => ms });
    return waitUntilReady(() => ask(), blockingSleep, interval);
  },
  says: ({ checks, interval }) => `With checks of ${inWords(checks)}, and waits of ${interval} ms`,
  expect: gotReady,
  mistakes,
};

const oneTimerAWait = ({ timersMade, calls }: Trace) => {
  const waits = calls.filter(({ value }) => value === false).length;
  const message = `It made ${counted(timersMade.length, "timer")} for ${counted(waits, "wait")}; expected one for each.`;
  return that(timersMade.length <= waits, message);
};

/** They take two minutes. */
const MANY = 600;
const often = inParts(waiting, {
  "One check": yesAfter(200, [3]),
  "Many checks": yesAfter(200, Array(MANY).fill(3)),
});
const together = apart(waiting, {
  "A call": yesAfter(90, [200, 100, 200]),
  "A call that fails": failAfter(50, [100, 0, 250]),
});

export default grader<Student>("11-blocking-sleep", [
  check("story", "is ready after three checks and 2600 ms, and the event loop stays free", {
    points: 2,
    cast: [yesAfter(1000, [200, 200, 200], 50)],
    ...waiting,
    expect: (trace) => [
      loopFree(trace),
      called(trace, "check", { at: [0, 1200, 2400] }),
      fulfilled(trace, { at: 2600, value: 3 }),
    ],
    whenStuck: "busy-wait",
  }),
  check("interval", "checks again intervalMs after the end of each check, and makes no heartbeat late", {
    points: 2,
    cast: [
      yesAfter(500, [300, 100, 200], 1),
      yesAfter(200, [100, 700, 0, 300], 99),
      yesAfter(1, [0, 100, 30], 37),
    ],
    ...waiting,
    expect: (trace, cast) => [
      ...gotReady(trace, cast),
      oneAfterTheOther(trace, "check", () => cast.interval),
    ],
    whenStuck: "busy-wait",
  }),
  check("polling", "makes one timer for each wait, and does not poll", {
    points: 1,
    cast: [yesAfter(150, [100, 100, 100]), yesAfter(250, [0, 50, 100])],
    ...waiting,
    expect: (trace, cast) => [...gotReady(trace, cast), oneTimerAWait(trace)],
  }),
  check("failure", "rejects with the failure of a check, at once", {
    points: 2,
    cast: [
      failAfter(100, [200]),
      failAfter(100, [100, 200, 300]),
      ...FALSY.map((value) => failAfter(100, [100, 200], value)),
    ],
    ...waiting,
    expect: (trace, cast) => [
      loopFree(trace),
      madeAll(trace, cast),
      rejectedWithFirst(trace, { service: "check" }),
      noneAfterFailure(trace, "check", "continues-after-failure"),
    ],
  }),
  check("timer", "leaves no timer behind, whether it is ready or fails", {
    points: 1,
    cast: [yesAfter(500, [200]), yesAfter(500, [0, 100]), failAfter(500, [300]), failAfter(500, [0, 100])],
    ...waiting,
    mayPend: true,
    expect: (trace) => [loopFree(trace), noTimerLeft(trace)],
  }),
  check("many", "goes on for however many checks it takes", {
    points: 1,
    // Also at a thousandth of the pace.
    virtualLimit: 200_000_000,
    scenario: often.scenario,
    expect(trace) {
      const parts = often.parts(trace);
      const [first, last] = parts.map(({ part }) => outcomeOf(part).value ?? null);
      const message = `After 1 check it resolved to ${show(first!)}, after ${MANY} to ${show(last!)}.`;
      // A count that is wrong after one check, too, is no matter of how many there are.
      const [off, offInTheEnd] = parts.map(({ part }) => Number(outcomeOf(part).value) - countOf(part));
      return [
        ...parts.flatMap(({ part, input }) => gotReady(part, input)),
        that(Object.is(off, offInTheEnd), message, { otherwise: "wrong-count" }),
      ];
    },
    mistakes: {
      "busy-wait": mistakes["busy-wait"]!,
      "gives-up": (trace) => countOf(often.parts(trace)[1]!.part) < MANY,
    },
  }),
  check("apart", "keeps calls apart that overlap or come again", {
    points: 1,
    ...together,
    // Who holds up the loop is late for another reason than that something is shared.
    expect: (trace) => [loopFree(trace), ...together.expect(trace)],
  }),
]);
