// What saveAll promises: one user after the other, one line about it, and no failure that goes unheard.
import fc from "fast-check";
import { about, called, fulfilled, noted, rejected, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { fromPlain, identical, isNode } from "./kit/plain.ts";
import { madeBy, notesOf, outcomeOf, peakConcurrency, type Trace } from "./kit/trace.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/15-forgotten-await/forgotten-await.ts");
type User = Parameters<Student["saveAll"]>[0][number];

/** One user: `takes` virtual ms to save. */
interface Plan {
  id: number;
  takes: number;
}
type Kind = "an error" | "an error without a message" | "a TypeError";
interface Job {
  plans: Plan[];
  /** The index of the user who cannot be saved, and the error's kind. */
  failing?: { at: number; kind: Kind };
}

const userOf = ({ id }: Plan): User => ({ id, name: `user ${id}` });
const three = (...takes: number[]): Job => ({
  plans: takes.map((ms, index) => ({ id: index + 1, takes: ms })),
});
const STORY = three(1000, 1000, 1000);

/**
 * The users, the same object for the same user, as a list that tells when its `forEach` is called: from the outside
 * that looks like any lost promise.
 */
function listOf(world: World, { plans }: Job): User[] {
  const known = new Map(plans.map((plan) => [plan.id, userOf(plan)]));
  const users = plans.map(({ id }) => known.get(id)!);
  return Object.defineProperty(users, "forEach", {
    value: (act: (user: User, index: number, list: User[]) => void) => {
      world.note("forEach");
      for (const [index, user] of users.entries()) act(user, index, users);
    },
  });
}

function errorOf(world: World, kind: Kind, name: string): Error {
  if (kind === "an error") return world.error(name, "disk full");
  const error = kind === "a TypeError" ? new TypeError(world.payload("reason")) : new Error("");
  return world.made(name, error);
}

function makeSave(world: World, { plans, failing }: Job, name = "save") {
  const error = failing && errorOf(world, failing.kind, `${name} error`);
  return world.service(name, {
    calls: plans.map(({ takes }, index) => (index === failing?.at ? { takes, fails: error } : { takes })),
  });
}

const startsOf = ({ plans }: Job) =>
  plans.map((_, index) => plans.slice(0, index).reduce((sum, { takes }) => sum + takes, 0));
const saves = ({ plans, failing }: Job) => plans.slice(0, (failing?.at ?? plans.length) + 1);
const endOf = (job: Job) => saves(job).reduce((sum, { takes }) => sum + takes, 0);

const inTurn = (trace: Trace, job: Job): Finding[] => [
  called(trace, "save", { at: startsOf(job).slice(0, saves(job).length) }),
  called(trace, "save", { args: saves(job).map((plan) => [userOf(plan)]) }),
];
const saved = (trace: Trace, job: Job): Finding[] => [
  fulfilled(trace, { at: endOf(job), value: job.plans.length }),
  noted(trace, "log", { values: [`saved ${job.plans.length}`], at: [endOf(job)] }),
];
const messageIn = (trace: Trace, name = "save") => {
  const error = madeBy(trace, `${name} error`);
  return isNode(error) && error.t === "error" ? error.message : "";
};
const failed = (trace: Trace, job: Job): Finding[] => [
  rejected(trace, { at: endOf(job), error: madeBy(trace, "save error") }),
  noted(trace, "log", { values: [`failed: ${messageIn(trace)}`], at: [endOf(job)] }),
];
const oneLine = (trace: Trace): Finding[] => {
  const [lines, { settled }] = [notesOf(trace, "log"), outcomeOf(trace)];
  const last = lines.at(-1)?.seq ?? 0;
  return [
    that(lines.length > 0, "nothing was logged."),
    that(lines.length < 2, `${lines.length} lines were logged; expected one.`, {
      otherwise: "too-many-lines",
    }),
    that(!settled || last < settled.seq, "the line was logged only after it had settled.", {
      otherwise: "late-log",
    }),
  ];
};

const inWords = ({ plans, failing }: Job) => {
  const takes = plans.map(({ takes }) => takes).join(", ");
  const failure = failing ? `, and ${failing.kind} when the ${nth(failing.at + 1)} is saved` : "";
  return `With saves of [${takes}] ms${failure}`;
};
const nth = (number: number) => `${number}${["st", "nd", "rd"][number - 1] ?? "th"}`;
const jobOf = ({ input }: Trace) => (input === undefined ? STORY : (fromPlain(input) as Job));

const linesOf = (trace: Trace) => notesOf(trace, "log").map(({ value }) => String(value));
const failures = ({ calls }: Trace) => calls.filter(({ how }) => how === "rejected");
/** Whether a save began when a timer was due, and the one before had not ended. */
const wentOnByTimer = ({ timersMade, calls }: Trace) =>
  calls.slice(1).some(({ start }, index) => {
    const { end } = calls[index]!;
    return (!end || end.seq > start.seq) && timersMade.some(({ dueAt }) => dueAt === start.at);
  });
const loggedLate = (trace: Trace) =>
  notesOf(trace, "log").some(({ seq }) => seq > (outcomeOf(trace).settled?.seq ?? seq));
const mistakes: Mistakes = {
  "fixed-delay": (trace) => gathered.settledByTimer(trace) || wentOnByTimer(trace),
  "for-each-async": (trace) => gathered.wentOn(trace) && notesOf(trace, "forEach").length > 0,
  "forgotten-await": gathered.wentOn,
  unbounded: (trace) => peakConcurrency(trace, "save") > 1,
  "twins-merged": (trace) => {
    const kinds = new Set(jobOf(trace).plans.map(({ id }) => id)).size;
    return kinds < jobOf(trace).plans.length && trace.calls.length === kinds;
  },
  "repeated-call": (trace) => trace.calls.length > jobOf(trace).plans.length,
  "late-start": (trace) => gathered.staggered(trace) || gathered.startedLate(trace),
  "too-many-lines": (trace) => linesOf(trace).length > 1,
  "early-log": (trace) =>
    notesOf(trace, "log").some(({ seq }) => trace.calls.some(({ end }) => end && end.seq > seq)),
  "missing-return": gathered.nothingReturned,
  "late-log": loggedLate,
  "wrong-format": (trace) => {
    const [{ plans }, lines] = [jobOf(trace), linesOf(trace)];
    return (
      lines.length === 1 && lines[0] !== `saved ${plans.length}` && lines[0]!.includes(`${plans.length}`)
    );
  },
};

const sameError = (trace: Trace) => {
  const { state, value } = outcomeOf(trace);
  return state === "rejected" && failures(trace).some((call) => identical(call.value!, value!));
};
const failureMistakes: Mistakes = {
  "for-each-async": mistakes["for-each-async"]!,
  "forgotten-await": mistakes["forgotten-await"]!,
  unbounded: mistakes.unbounded!,
  "continues-after-failure": ({ calls }) =>
    calls.some(({ how, end }) => how === "rejected" && calls.some(({ start }) => start.seq > end!.seq)),
  "swallowed-error": gathered.failureSwallowed,
  "lost-rejection": gathered.failureLost,
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "late-rejection": gathered.rejectedLate,
  "return-without-await": (trace) => sameError(trace) && linesOf(trace).length === 0,
  "too-many-lines": (trace) => linesOf(trace).length > 1,
  "late-log": loggedLate,
  "wrong-format": (trace) =>
    sameError(trace) && linesOf(trace).length === 1 && linesOf(trace)[0] !== `failed: ${messageIn(trace)}`,
};

const takes = fc.integer({ min: 1, max: 3000 });
const plans = (minLength: number) =>
  fc.array(fc.record({ id: fc.integer({ min: 1, max: 4 }), takes }), {
    minLength,
    maxLength: 8,
    size: "max",
  });
const failingJob: fc.Arbitrary<Job> = plans(1).chain((list) =>
  fc.record({
    plans: fc.constant(list),
    failing: fc.record({
      at: fc.nat({ max: list.length - 1 }),
      kind: fc.constantFrom<Kind[]>("an error", "an error without a message", "a TypeError"),
    }),
  }),
);

const done = (trace: Trace, label: string, at: number, value: number) =>
  fulfilled(trace, { label, at, value });
/** Calls that nothing else could disturb: one that ends well, and one that fails. */
const alone = (trace: Trace) => [
  done(trace, "The first call", 1000, 3),
  noted(trace, "first save log", { values: ["saved 3"] }),
  rejected(trace, { label: "A call that fails alone", at: 1500, error: madeBy(trace, "lone save error") }),
  noted(trace, "lone save log", { values: [`failed: ${messageIn(trace, "lone save")}`] }),
];

export default grader<Student>("15-forgotten-await", [
  check("story", "saves three users in 3000 ms, then logs it and resolves to 3", {
    points: 3,
    scenario: (world, { saveAll }) =>
      saveAll(listOf(world, STORY), makeSave(world, STORY), world.sink("log")),
    expect: (trace) => [...inTurn(trace, STORY), ...saved(trace, STORY)],
    mistakes,
  }),
  check("order", "saves one user after the other, however long each takes", {
    points: 3,
    given: fc.record({ plans: plans(1) }),
    runs: 40,
    scenario: (world, { saveAll }, job) =>
      saveAll(listOf(world, job), makeSave(world, job), world.sink("log")),
    expect: (trace, job) => about(inWords(job), [...inTurn(trace, job), ...saved(trace, job)]),
    mistakes,
  }),
  check("failure", "logs a failure, rejects with it, and saves no more", {
    points: 2,
    given: failingJob,
    runs: 60,
    scenario: (world, { saveAll }, job) =>
      saveAll(listOf(world, job), makeSave(world, job), world.sink("log")),
    expect: (trace, job) => about(inWords(job), [...inTurn(trace, job), ...failed(trace, job)]),
    mistakes: failureMistakes,
  }),
  check("log", "logs one line, before it settles, and saved 0 without users", {
    points: 1,
    cases: [
      three(100, 200, 50),
      { plans: [] },
      ...[0, 1, 2].map((at): Job => ({ ...three(100, 200, 50), failing: { at, kind: "an error" } })),
    ],
    scenario: async (world, { saveAll }, job) => {
      const [users, save] = [listOf(world, job), makeSave(world, job)];
      await world.watch("saveAll", () => saveAll(users, save, world.sink("log")));
      // A line that comes late is to be seen, too.
      await world.wait(5000);
    },
    expect: (trace, job) => {
      const part = { ...trace, outcomes: { main: outcomeOf(trace, "saveAll") } };
      return [...(job.plans.length > 0 ? [] : saved(part, job)), ...oneLine(part)];
    },
    mistakes: {
      "empty-hangs": (trace) => trace.calls.length === 0 && outcomeOf(trace, "saveAll").state === "pending",
      "return-without-await": (trace) => failures(trace).length > 0 && linesOf(trace).length === 0,
    },
  }),
  check("apart", "keeps calls apart, and leaves the users as they are", {
    points: 1,
    scenario: async (world, { saveAll }) => {
      const job = three(300, 200, 500);
      const users = listOf(world, job);
      const call = (label: string, name: string, more: Partial<Job> = {}, list = users) =>
        world.watch(label, () =>
          saveAll(list, makeSave(world, { ...job, ...more }, name), world.sink(`${name} log`)),
        );
      await call("The first call", "first save");
      world.note("users", [...users]);
      const failing = { at: 1, kind: "an error" } as const;
      // Other users: what was kept of the first ones cannot touch them.
      const others = { plans: job.plans.map(({ id, takes }) => ({ id: id + 3, takes })) };
      await call("A call that fails alone", "lone save", { failing }, listOf(world, others));
      const second = call("The second call", "second save");
      await world.wait(100);
      const third = call("A call that fails", "third save", { failing });
      await Promise.all([second, third]);
      await call("A last call", "last save");
    },
    expect: (trace) => [
      noted(trace, "users", { values: [three(300, 200, 500).plans.map(userOf)], otherwise: "input-changed" }),
      ...alone(trace),
      done(trace, "The second call", 2500, 3),
      noted(trace, "second save log", { values: ["saved 3"] }),
      rejected(trace, { label: "A call that fails", at: 2100, error: madeBy(trace, "third save error") }),
      noted(trace, "third save log", { values: [`failed: ${messageIn(trace, "third save")}`] }),
      done(trace, "A last call", 3500, 3),
    ],
    mistakes: { "shared-state": (trace) => alone(trace).every((finding) => finding === undefined) },
  }),
]);
