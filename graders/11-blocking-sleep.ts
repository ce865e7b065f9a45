// What waitUntilReady promises: check, wait, check again, and never hold up the event loop.
import { apart } from "./kit/apart.ts";
import { rejectedWithFirst } from "./kit/as-it-went.ts";
import { counted } from "./kit/counted.ts";
import { called, fulfilled, loopFree, noTimerLeft, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes, type Play } from "./kit/grader.ts";
import { inParts } from "./kit/in-parts.ts";
import { inputOf } from "./kit/input.ts";
import { answerOf, FALSY, failing, inWords, isFailure, type Job, makeValues, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { stands } from "./kit/mistakes/slips.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { noneAfterFailure, oneAfterTheOther, type Rule, wentBy, wrong } from "./kit/models/turns.ts";
import { allAlike, eachAsked, onceMore } from "./kit/once-more.ts";
import { isUndefined, show } from "./trace/plain.ts";
import { callsOf, outcomeOf, type Trace } from "./trace/trace.ts";

type Student = typeof import("../exercises/11-blocking-sleep/blocking-sleep.ts");

/** The last of the checks says yes, or fails; the others say no. Times in virtual ms. */
interface Cast {
  checks: Job[];
  interval: number;
  /** When the heartbeat of 100 ms begins; none if 0. */
  beat: number;
  /** Once more each so many virtual ms later, with the same check. */
  again?: number[];
}
function yesAfter(interval: number, takes: number[], beat = 0): Cast {
  return { interval, beat, checks: takes.map((ms) => returning(ms)) };
}
function failAfter(interval: number, takes: number[], ...value: [unknown?]): Cast {
  const { checks } = yesAfter(interval, takes.slice(0, -1));
  return { interval, beat: 0, checks: [...checks, failing(takes.at(-1)!, ...value)] };
}

const intervalOf = (trace: Trace) => inputOf<Partial<Cast> | null>(trace)?.interval ?? 0;
const countOf = (trace: Trace) => callsOf(trace, "check").length;
/** Who has settled after the first check has not waited at all. */
const leftAtNo = (trace: Trace) =>
  countOf(trace) > 1 && trace.calls.at(-1)?.value === false && outcomeOf(trace).settled !== undefined;
const wentWrong = (rule: Rule) => (trace: Trace) => wentBy(rule, trace, "check", () => intervalOf(trace));
const mistakes: Mistakes = {
  "blocking-sleep": ({ blocked }) => blocked.length > 0,
  "busy-wait": (trace) =>
    gathered.waitedInSlices(trace, intervalOf(trace)) || trace.timersMade.length > 3 * trace.calls.length + 3,
  ...failureMistakes,
  "late-start": gathered.startedLate,
  "missing-return": ({ outcomes: { main } }) => main?.state === "fulfilled" && isUndefined(main.value!),
  "forgotten-await": gathered.wentOn,
  "gives-up": (trace) => gathered.gaveUp(trace) || leftAtNo(trace),
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

const madeAll = (trace: Trace, { checks }: Cast) => called(trace, "check", { atLeast: checks.length });
const gotReady = (trace: Trace, cast: Cast) => [loopFree(trace), madeAll(trace, cast), fulfilled(trace)];

const waiting: Play<Student, Cast> = {
  scenario(world, { waitUntilReady }, { checks, interval, beat, again }) {
    if (beat) world.heartbeat("heartbeat", 100, beat);
    const [failure] = makeValues(world, checks.filter(isFailure), "failure");
    const calls = checks.map((job, index) =>
      answerOf(job, isFailure(job) ? failure : index >= checks.length - 1 - (again?.length ?? 0)),
    );
    // Further checks are wrong; they say yes, so that an end comes.
    const ask = world.service<[], boolean>("check", { takes: checks.at(-1)!.takes, returns: true, calls });
    const blockingSleep = world.blocking("blockingSleep", { costs: (ms: number) => ms });
    const check = () => ask();
    return onceMore(world, again, () => waitUntilReady(check, blockingSleep, interval));
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

/** No limit is set to a check, nor to how many there are: so many take two minutes. */
const LASTING = yesAfter(503, [0, 100_003, 30], 37);
const MANY = 600;
const often = inParts(waiting, { One: yesAfter(200, [3]), Many: yesAfter(200, Array(MANY).fill(3)) });
const together = apart(
  waiting,
  {
    "A call": yesAfter(90, [200, 100, 200]),
    "A call that fails": failAfter(50, [100, 0, 250]),
    "One of two with the same check": { ...yesAfter(90, [203, 203, 100, 100]), again: [0] },
  },
  { own: (part) => [...allAlike(part), eachAsked(part)] },
);

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
    cast: [yesAfter(503, [300, 107, 200], 1), yesAfter(200, [101, 700, 0, 300], 99), LASTING],
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
      ...[[200], [100, 200, 300]].map((takes) => failAfter(100, takes)),
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
      const [first, last] = parts.map(({ part }) => show(outcomeOf(part).value ?? null));
      const message = `After 1 check it resolved to ${first}, after ${MANY} to ${last}.`;
      // A count that is wrong after one check, too, is no matter of how many there are.
      const [off, offInTheEnd] = parts.map(({ part }) => Number(outcomeOf(part).value) - countOf(part));
      return [
        ...parts.flatMap(({ part, input }) => gotReady(part, input)),
        that(Object.is(off, offInTheEnd), message, { otherwise: "wrong-count" }),
      ];
    },
    mistakes: {
      "busy-wait": mistakes["busy-wait"]!,
      "gives-up": (trace) => mistakes["gives-up"]!(often.parts(trace)[1]!.part),
    },
  }),
  check("apart", "keeps calls apart that overlap or come again", {
    points: 1,
    ...together,
    // Who holds up the loop is late for another reason than that something is shared.
    expect: (trace) => [loopFree(trace), ...together.expect(trace)],
  }),
]);
