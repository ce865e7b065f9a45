// What waitUntilReady promises: check, wait, check again, and never hold up the event loop.
import fc from "fast-check";
import { about, called, fulfilled, loopNeverLate, noTimerLeft, rejected, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { identical, isUndefined } from "./kit/plain.ts";
import { type Call, callsOf, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { isFalsy } from "./kit/values.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/11-blocking-sleep/blocking-sleep.ts");

/** How long each check takes, and how long to wait after each but the last (virtual ms). */
interface Plan {
  takes: number[];
  interval: number;
}
const STORY: Plan = { takes: [200, 200, 200], interval: 1000 };
const QUICK: Plan = { takes: [100, 0, 50, 100], interval: 150 };
const MANY: Plan = { takes: Array(600).fill(3), interval: 20 };

/** When each check starts (virtual ms after the call), and when the last one ends. */
function times({ takes, interval }: Plan, start = 0) {
  const starts: number[] = [];
  let now = start;
  for (const ms of takes) {
    starts.push(now);
    now += ms + interval;
  }
  return { starts, end: now - interval };
}

/** The last check says true, or whatever `last` makes of it; `name` is the check's and its sleep's. */
function wait(
  world: World,
  { waitUntilReady }: Student,
  { takes, interval }: Plan,
  last?: Answer,
  name = "",
) {
  const blockingSleep = world.blocking(`${name}blockingSleep`, { costs: (ms: number) => ms });
  const calls = takes.map((ms, index): Answer => {
    const isLast = index === takes.length - 1;
    return { takes: ms, ...(isLast && last ? last : { returns: isLast }) };
  });
  // Further checks are wrong; they say yes, so that an end comes.
  const check = world.service<[], boolean>(`${name}check`, { takes: takes.at(-1)!, returns: true, calls });
  return waitUntilReady(() => check(), blockingSleep, interval);
}

interface At {
  start: number;
  label: string;
  name: string;
}
const MAIN: At = { start: 0, label: "main", name: "" };

/** The checks came when they should, and the promise settled with the last: to their number, or with its failure. */
function waited(trace: Trace, plan: Plan, { start, label, name }: At = MAIN): Finding[] {
  const { starts, end } = times(plan, start);
  const calls = callsOf(trace, `${name}check`);
  const failed = calls[plan.takes.length - 1]?.how === "rejected";
  const findings = [
    called(trace, `${name}check`, { at: starts }),
    failed
      ? rejected(trace, { label, at: end, error: madeBy(trace, `${name}failure`) })
      : fulfilled(trace, { label, at: end, value: plan.takes.length }),
  ];
  const misconception = misread(trace, plan, { start, label, name });
  return findings.map((finding) => finding && { ...finding, ...(misconception && { misconception }) });
}

function misread(trace: Trace, { takes, interval }: Plan, { start, label, name }: At): string | undefined {
  const { state, settled, value = null } = outcomeOf(trace, label);
  const calls = callsOf(trace, `${name}check`);
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last) return undefined;
  const failed = calls.find(({ how }) => how === "rejected");
  if (failed) return misreadFailure(trace, failed, { start, label, name });
  if (first.start.at > start) return "late-start";
  if (state === "fulfilled" && !(first.end && first.end.seq < settled!.seq)) return "forgotten-await";
  const pairs = calls.slice(1).map((next, index) => [calls[index]!, next] as const);
  const gaps = pairs.map(([before, next]) => next.start.at - (before.end?.at ?? Number.POSITIVE_INFINITY));
  // The last check's own time makes no difference to the starts: it may be all that is slow.
  const slow = pairs.some(([before]) => before.end?.at !== before.start.at);
  const rate = pairs.every(([before, next]) => next.start.at - before.start.at === Math.max(interval, 1));
  if (pairs.length > 0 && ((slow && rate) || gaps.some((gap) => gap < 0))) return "fixed-rate";
  if (gaps.length > 0 && gaps.every((gap) => gap === 0)) {
    const set = ({ start }: Call) =>
      trace.timersMade.some((timer) => timer.ms === interval && timer.madeAt === start.at);
    return pairs.every(([, next]) => set(next)) ? "timer-not-awaited" : undefined;
  }
  if (gaps.includes(0) && gaps.every((gap) => gap === 0 || gap === interval)) return "repeated-call";
  if (calls.length < takes.length)
    return state === "fulfilled" || state === "rejected" ? "gives-up" : undefined;
  const inTime =
    called(trace, `${name}check`, { at: times({ takes, interval }, start).starts }) === undefined;
  if (!inTime || state !== "fulfilled") return undefined;
  if (isUndefined(value)) return "missing-return";
  // A wait of 1 ms is also what `setTimeout(…, 0)` takes.
  if (interval > 1 && settled!.at === last.end!.at + interval) return "waits-after-last";
  return typeof value === "number" && settled!.at === last.end!.at ? "wrong-count" : undefined;
}

function misreadFailure(trace: Trace, failed: Call, { label, name }: At): string | undefined {
  const { state, settled, value = null } = outcomeOf(trace, label);
  const falsy = isFalsy(failed.value!) ? "falsy-is-nothing" : undefined;
  const further = callsOf(trace, `${name}check`).some(({ start }) => start.seq > failed.end!.seq);
  const told = state === "rejected" && settled!.seq > failed.end!.seq && identical(value, failed.value!);
  if (further && told && settled!.at === failed.end!.at) return "continues-after-failure";
  if (state === "fulfilled" || further) return falsy ?? "swallowed-error";
  if (state === "pending") return trace.floating.length > 0 ? "floating-rejection" : "lost-rejection";
  if (settled!.at !== failed.end!.at) return "late-rejection";
  if (identical(value, failed.value!)) return undefined;
  return isUndefined(value) ? "lost-reason" : (falsy ?? "wrapped-error");
}

/** Nothing held up the event loop, not even between two beats. */
const loopFree = (trace: Trace): Finding[] => {
  const { from, to } = trace.blocked[0] ?? { from: 0, to: 0 };
  const otherwise = "blocking-sleep";
  return [
    loopNeverLate(trace, { otherwise }),
    that(to === from, `The event loop was held up from ${from} to ${to} ms.`, { otherwise }),
  ];
};
const timersFor = ({ timersMade }: Trace, waits: number) =>
  that(
    timersMade.length <= waits,
    `It made ${timersMade.length} timers for ${waits} ${waits === 1 ? "wait" : "waits"}; expected one for each.`,
    { otherwise: timersMade.length > 3 * waits + 3 ? "busy-wait" : undefined },
  );

const inWords = ({ takes, interval }: Plan) =>
  `With checks that take ${takes.join(", ")} ms and waits of ${interval} ms`;
const ms = (min: number, max: number) => fc.integer({ min, max });
const REASONS = ["error", undefined, null, 0, "", false];

/** What any check may show, whatever the plan. */
const mistakes: Mistakes = {
  "busy-wait": (trace) => trace.timersMade.length > 3 * trace.calls.length + 3,
  "blocking-sleep": ({ blocked }) => blocked.length > 0,
  "seconds-for-milliseconds": ({ timersMade }) => timersMade.some((timer) => timer.ms === 1_000_000),
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw" && gathered.failureChanged(trace),
};

export default grader<Student>(
  "11-blocking-sleep",
  [
    check("story", "is ready after three checks and 2600 ms, and the event loop stays free", {
      points: 2,
      scenario: (world, student) => {
        world.heartbeat("heartbeat", 100, 50);
        return wait(world, student, STORY);
      },
      expect: (trace) => [...loopFree(trace), ...waited(trace, STORY)],
      whenStuck: "busy-wait",
    }),
    check("interval", "checks again intervalMs after the end of each check, and makes no heartbeat late", {
      points: 2,
      given: fc.record({
        phase: ms(1, 100),
        plan: fc.record({
          takes: fc.array(ms(0, 900), { minLength: 1, maxLength: 6, size: "max" }),
          interval: ms(1, 900),
        }),
      }),
      runs: 100,
      scenario: (world, student, { phase, plan }) => {
        world.heartbeat("heartbeat", 100, phase);
        return wait(world, student, plan);
      },
      expect: (trace, { plan }) => about(inWords(plan), [...loopFree(trace), ...waited(trace, plan)]),
      mistakes: {
        "argument-ignored": ({ timersMade }) =>
          timersMade.length > 0 && timersMade.every((timer) => timer.ms === 1000),
      },
      whenStuck: "busy-wait",
    }),
    check("polling", "makes one timer for each wait, and does not poll", {
      points: 1,
      cases: [
        { takes: [200, 200, 200, 200], interval: 3000 },
        { takes: [0, 7, 300], interval: 60_000 },
      ],
      scenario: (world, student, plan: Plan) => wait(world, student, plan),
      expect: (trace, plan) => [
        ...waited(trace, plan),
        ...loopFree(trace),
        timersFor(trace, plan.takes.length - 1),
      ],
    }),
    check("failure", "rejects with the failure of a check, at once", {
      points: 2,
      cases: [[200], [100, 200, 300]].flatMap((takes) => REASONS.map((reason) => ({ takes, reason }))),
      scenario: (world, student, { takes, reason }) => {
        world.heartbeat("heartbeat", 100, 50);
        const fails = world.made("failure", reason === "error" ? world.error("no connection") : reason);
        return wait(world, student, { takes, interval: 1000 }, { fails });
      },
      expect: (trace, { takes }) =>
        about(`When check ${takes.length} fails`, [
          ...waited(trace, { takes, interval: 1000 }),
          ...loopFree(trace),
        ]),
    }),
    check("timer", "leaves no timer behind, whether it is ready or fails", {
      points: 1,
      scenario: async (world, student) => {
        const fails = world.made("failing failure", world.error("no connection"));
        const call = (label: string, takes: number[], last?: Answer) =>
          world.watch(label, () => wait(world, student, { takes, interval: 50_000 }, last, `${label} `));
        await Promise.all([
          call("ready", [200]),
          call("ready later", [0, 100]),
          call("failing", [300], { fails }),
          call("failing later", [0, 100], { fails }),
        ]);
      },
      expect: (trace) => [noTimerLeft(trace, { otherwise: "timer-leak" }), ...loopFree(trace)],
    }),
    check("many", "goes on for however many checks it takes", {
      points: 1,
      scenario: (world, student) => wait(world, student, MANY),
      expect: (trace) => [...waited(trace, MANY), ...loopFree(trace)],
    }),
    check("apart", "keeps calls apart that overlap or come again", {
      points: 1,
      scenario: async (world, student) => {
        const call = (label: string, plan: Plan, last?: Answer) =>
          world.watch(label, () => wait(world, student, plan, last, `${label} `));
        const failure = { fails: world.made("failing failure", world.error("no connection")) };
        await call("alone", STORY);
        await call("failing alone", QUICK, {
          fails: world.made("failing alone failure", world.error("no answer")),
        });
        // Each begins while others check, and the last one while two of them wait.
        const others = [call("again", STORY), call("quick", QUICK), call("failing", QUICK, failure)];
        await world.wait(230);
        await Promise.all([...others, call("late", QUICK)]);
      },
      expect: (trace) => {
        const part = (label: string, plan: Plan, start: number) =>
          waited(trace, plan, { start, label, name: `${label} ` });
        const together = [
          ...part("again", STORY, 3300),
          ...part("quick", QUICK, 3300),
          ...part("failing", QUICK, 3300),
          ...part("late", QUICK, 3530),
        ];
        return [
          ...loopFree(trace),
          ...part("alone", STORY, 0),
          ...part("failing alone", QUICK, 2600),
          ...together.map((finding) => finding && { ...finding, misconception: "shared-state" }),
        ];
      },
    }),
  ],
  mistakes,
);
