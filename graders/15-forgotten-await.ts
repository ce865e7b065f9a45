// What saveAll promises: one user after the other, one line about it, and no failure that goes unheard.
import { onceMore, wentOnceMore } from "./kit/again.ts";
import { apart } from "./kit/apart.ts";
import { failures, fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { counted } from "./kit/counted.ts";
import { called, fulfilled, noted, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inParts } from "./kit/in-parts.ts";
import { inputOf } from "./kit/input.ts";
import { answerOf, failing, inWords, isFailure, type Job, MADE, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { noneAfterFailure, oneAfterTheOther, wentBy, wrong } from "./kit/models/turns.ts";
import { isNode, show } from "./trace/plain.ts";
import { notesOf, outcomeOf, peakConcurrency, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/15-forgotten-await/forgotten-await.ts");

/** What the saves do in turn, the users' ids (1, 2, 3… if not given), and when the same list comes again (virtual ms). */
type Cast = { jobs: Job[]; ids?: number[]; again?: number };
const all = (...takes: number[]) => takes.map((ms) => returning(ms));
const idsOf = ({ jobs, ids = jobs.map((_, index) => index + 1) }: Cast) => ids;
const userOf = (id: number) => ({ id, name: `user ${id}` });

/** The same object for the same user. It tells when its `forEach` is called: outside that looks like any lost promise. */
function listOf(world: World, ids: number[]) {
  const known = new Map(ids.map((id) => [id, userOf(id)]));
  const users = ids.map((id) => known.get(id)!);
  const value: typeof users.forEach = (act) => {
    world.note("forEach");
    for (const [index, user] of users.entries()) act(user, index, users);
  };
  return Object.defineProperty(users, "forEach", { value });
}

const linesOf = (trace: Trace) => notesOf(trace, "log").map(({ value }) => value);
const mistakes: Mistakes = {
  "gives-up": gathered.oneGaveUp,
  "fixed-delay": gathered.settledByTimer,
  "for-each-async": (trace) => gathered.wentOn(trace) && notesOf(trace, "forEach").length > 0,
  "forgotten-await": gathered.wentOn,
  unbounded: (trace) => peakConcurrency(trace, "save") > 1,
  "continues-after-failure": (trace) => noneAfterFailure(trace, "save") !== undefined,
  "twins-merged": (trace) => trace.calls.length < (inputOf<Cast>(trace).ids?.length ?? 0),
  "repeated-call": (trace) => trace.calls.length > inputOf<Cast>(trace).jobs.length,
  "late-start": (trace) => gathered.startedLate(trace) || wentBy(wrong.timerOfNothing, trace, "save"),
  "too-many-lines": (trace) => linesOf(trace).length > 1,
  "return-without-await": (trace) =>
    gathered.rejectedAsCall(trace) && [...linesOf(trace), ...trace.console].length === 0,
  ...failureMistakes,
  "early-log": (trace) =>
    notesOf(trace, "log").some(({ seq }) => trace.calls.some(({ end }) => end && end.seq > seq)),
  "missing-return": gathered.nothingReturned,
  "nothing-logged": (trace) => linesOf(trace).length === 0 && trace.outcomes.main?.state === "fulfilled",
  "late-log": (trace) => (notesOf(trace, "log")[0]?.seq ?? 0) > (outcomeOf(trace).settled?.seq ?? Infinity),
  "wrong-format": (trace) => linesOf(trace).length === 1,
};

const saving = {
  scenario(world: World, { saveAll }: Student, cast: Cast) {
    const users = listOf(world, idsOf(cast));
    const error = (message: unknown) =>
      message === MADE ? world.error("error", "disk full") : world.made("error", new Error(`${message}`));
    const calls = cast.jobs.map((job) => answerOf(job, isFailure(job) ? error(job.value) : undefined));
    const call = (more = "") =>
      saveAll(users, world.service(`save${more}`, { takes: 100, calls }), world.sink(`log${more}`));
    if (cast.again) onceMore(world, users, cast.again, () => call(" again"));
    return call();
  },
  says: (cast: Cast) => `With users ${idsOf(cast).join(", ") || "none"} and saves of ${inWords(cast.jobs)}`,
  mistakes,
};

/** The error's message in a line, in the ms of the failure; how many lines there are is another promise. */
const loggedFailure = (trace: Trace) => {
  const { end, value = null } = failures(trace)[0] ?? {};
  const line = `failed: ${isNode(value) && value.t === "error" ? value.message : ""}`;
  const lines = linesOf({ ...trace, notes: trace.notes.filter(({ at }) => at === end?.at) });
  const got = lines.map((each) => show(each)).join(", ") || "nothing";
  return that(lines.includes(line), `\`log\` got ${got} at ${end?.at} ms; expected ${show(line)}.`);
};
const oneLine = (name: string, trace: Trace) => {
  const [{ length, 0: first }, { settled }] = [notesOf(trace, "log"), outcomeOf(trace)];
  const late = settled !== undefined && settled.seq < (first?.seq ?? 0);
  const otherwise = length > 1 ? "too-many-lines" : undefined;
  return [
    that(length === 1, `${name}: ${counted(length, "line")} were logged; expected one.`, { otherwise }),
    that(!late, `${name}: the line came only after it had settled.`, { otherwise: "late-log" }),
  ];
};
const saidInTheEnd = (trace: Trace) =>
  `logged ${show(linesOf(trace)[0] ?? null)} and resolved to ${show(outcomeOf(trace).value ?? null)}`;

// A line that comes late is to be seen, too.
const logging = inParts<Student, Cast>(
  saving,
  {
    "Three users": { jobs: all(100, 200, 50) },
    "No users": { jobs: [] },
    "A user twice": { jobs: all(100, 200, 50), ids: [1, 2, 1] },
    "A user who fails": { jobs: [...all(100), failing(200), ...all(100)] },
    "The first who fails": { jobs: [failing(200), ...all(100)] },
    "The last who fails": { jobs: [...all(100), failing(200)] },
  },
  { gap: 5000 },
);
const MEETING: Record<string, Cast> = {
  "A call": { jobs: all(300, 200, 500) },
  "A call that fails": { jobs: [...all(100), failing(250), ...all(100)] },
  "The same list twice": { jobs: all(200, 100), again: 5000 },
  "The same list meanwhile": { jobs: all(200, 100), again: 50 },
};

export default grader<Student>("15-forgotten-await", [
  check("story", "saves three users in 3000 ms, then logs it and resolves to 3", {
    points: 2,
    cast: [{ jobs: all(1000, 1000, 1000) }],
    ...saving,
    expect: (trace) => [
      called(trace, "save", { times: 3 }),
      fulfilled(trace, { at: 3000, value: 3 }),
      noted(trace, "log", { values: ["saved 3"], at: [3000] }),
    ],
  }),
  check("order", "saves one user after the other, however long each takes", {
    points: 3,
    cast: [
      ...[all(303, 107, 211), all(100, 300, 107, 200, 2500, 100), all(100_003, 100)].map((jobs) => ({
        jobs,
      })),
      { jobs: all(200, 100, 300, 100), ids: [1, 2, 1, 3] },
    ],
    ...saving,
    expect: (trace, cast) => [
      called(trace, "save", { args: idsOf(cast).map((id) => [userOf(id)]) }),
      oneAfterTheOther(trace, "save"),
      fulfilledWithLast(trace),
    ],
  }),
  check("failure", "logs a failure, rejects with it, and saves no more", {
    points: 2,
    cast: [
      { jobs: [failing(207), ...all(100)] },
      { jobs: [...all(100), failing(300, "disk\nfull"), ...all(200)] },
      { jobs: [...all(300, 100), failing(200, ""), ...all(100)] },
      { jobs: [...all(100), failing(200)] },
    ],
    ...saving,
    expect: (trace) => [noneAfterFailure(trace, "save"), rejectedWithFirst(trace), loggedFailure(trace)],
  }),
  check("log", "logs one line, before it settles, and saved 0 without users", {
    points: 1,
    mayPend: true,
    scenario: logging.scenario,
    expect(trace) {
      const parts = logging.parts(trace);
      const [three, none, twice] = parts.map(({ part }) => saidInTheEnd(part));
      // As what it makes of three users: a slip in that has cost its points.
      const wanted = three!.replaceAll("3", "0");
      return [
        ...parts.flatMap(({ name, part }) => oneLine(name, part)),
        fulfilled(parts[1]!.part, { at: 0 }),
        that(none === wanted, `Without users it ${none}; expected ${wanted}.`),
        that(twice === three, `With a user twice among three it ${twice}; expected ${three}.`),
      ];
    },
    mistakes: {
      "empty-hangs": (trace) => logging.parts(trace)[1]!.part.outcomes.main!.state === "pending",
      "wrong-count": (trace) => logging.parts(trace)[1]!.part.calls.length > 0,
      "nothing-logged": (trace) => logging.parts(trace).some(({ part }) => mistakes["nothing-logged"]!(part)),
    },
  }),
  check("apart", "keeps calls apart, and leaves the users as they are", {
    points: 2,
    ...apart(saving, MEETING, {
      own: (part, cast) => wentOnceMore(part, "save", cast.again ? idsOf(cast).map(userOf) : undefined),
    }),
  }),
]);
