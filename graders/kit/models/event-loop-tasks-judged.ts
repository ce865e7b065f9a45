// What a loop of tasks promises, one promise at a time, and which mistake is behind what was not kept. Serves whom
// event-loop-tasks.ts serves.
import { equal, fromPlain, isUndefined, type Plain, show, toPlain } from "../../trace/plain.ts";
import { callsOf, notesOf, type Outcome, type Trace } from "../../trace/trace.ts";
import { settledInWords, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { isFalsy, isWrapping } from "../mistakes/values.ts";
import { linesOf } from "./event-loop-done.ts";
import { type Fault, keeping } from "./event-loop-judged.ts";
import {
  asLoop,
  finished,
  LOG,
  misread,
  programOf,
  RIGHT,
  type Task,
  tasksIn,
  WRONG,
} from "./event-loop-tasks.ts";
import { type Cast, ended, endOf, freshIn, resumesOf, same, seenOf } from "./event-loop-tasks-done.ts";

const NOTHING = toPlain(undefined);
const inWords = (list: readonly Plain[]) => list.map((each) => show(each, 60)).join(", ");
const allIn = ({ runs }: Cast): Task[] => tasksIn(runs.flat());

const BARGED = "was logged while";
const faults = keeping({
  rules: RIGHT,
  rows: true,
  overtook: (name, first) => `${name} had its turn before ${first}, which was ready before it`,
  barged: (name, ready) => `"${name}" ${BARGED} ${ready} was ready`,
  brokeIn: (name, rest) => `${name} went on before "${rest}" was logged, for which somebody waited as well`,
  outOfTurn: ({ name }, least) =>
    `"${name}" was logged before "${least.name}", which was waited for before it`,
  left: (name) => `"${name}" had not come when \`run()\` was over`,
});
/** Of all that may go wrong with the order only these faults count. */
export const kept = (trace: Trace, { runs }: Cast, ...kinds: Fault[]): Finding =>
  faults(asLoop(trace), programOf(runs), ...kinds);

/** What each `run()` came to. */
const runsIn = (trace: Trace): Outcome[] =>
  Object.values(trace.outcomes).filter(({ label }) => label.startsWith("run()"));
/** None threw; whether one gave a promise is nobody's business, as long as all happened within it. */
export const returned = (trace: Trace): Finding[] =>
  runsIn(trace).map((run) => {
    const failed = run.state === "threw" || run.state === "rejected";
    return that(!failed, `${run.label} ${settledInWords(run)}; expected it to return.`);
  });

/** Each that went on was resumed with the result of its own awaitable, which was not done at first, and then was. */
export const resumedRightly = (trace: Trace, cast: Cast): Finding[] => [
  ...freshIn(trace).map(([name, ...state]) => {
    const message = `a new Awaitable, ${show(name!)}, had \`done\` and \`result\` ${inWords(state)}.`;
    return that(same(state, [false, NOTHING]), message);
  }),
  ...allIn(cast).flatMap((own) =>
    resumesOf(trace, own).map(({ waits, got, unmarked }) => {
      if (!got) return undefined;
      const want = [`result of ${waits}`, true, `result of ${waits}`];
      const words = `${own.name} waited for ${waits}: it was resumed with, and then found in \`done\` and \`result\`,`;
      if (!same(got, want)) return { message: `${words} ${inWords(got)}; expected ${inWords(want)}.` };
      const late = `${own.name} went on when "${finished(String(unmarked))}" had been logged, and ${unmarked} was not \`done\` with its \`result\` yet.`;
      return that(unmarked === undefined, late);
    }),
  ),
];

/** Each that has had all its turns came to what it returned or threw; before the first of them it was not done. */
export const endedRightly = (trace: Trace, cast: Cast): Finding[] =>
  allIn(cast).map((own) => {
    if (!ended(trace, own)) return undefined;
    const early = resumesOf(trace, own).find(({ done }) => done);
    if (early) return { message: `${own.name} was \`done\` while it was still waiting for ${early.waits}.` };
    // One that has begun already, or that a task has created, is not looked at before its first turn.
    const seen = seenOf(trace, own);
    const isNew = seen[0]!.seq < callsOf(trace, own.name)[0]!.start.seq;
    const before = isNew ? [[false, NOTHING, NOTHING]] : [];
    const got = [...seen.slice(0, before.length), ...seen.slice(-1)].map(({ ends }) => ends);
    const want = [...before, endOf(trace, allIn(cast), own)];
    const words = (all: Plain[][]) => all.map(inWords).join(" and then ");
    const message = `${own.name} had \`done\`, \`result\` and \`error\` ${words(got)}; expected ${words(want)}.`;
    return that(
      got.every((each, index) => same(each, want[index]!)),
      message,
    );
  });

/** What should be logged: as many lines of a name as there are awaitables of it. */
function lines(cast: Cast): string[] {
  const all = allIn(cast).flatMap(({ acts }) => acts.flatMap((act) => ("waits" in act ? act : [])));
  const first = (name: string) => all.findIndex(({ waits }) => waits === name);
  return all
    .filter(({ shared, waits }, at) => !shared || first(waits) === at)
    .map(({ waits }) => finished(waits));
}
const logged = (trace: Trace) => notesOf(trace, LOG).map(({ value }) => String(value));
/** In whatever order, all I/O was finished once, and all tasks went on. */
export function finishedOnce(trace: Trace, cast: Cast): Finding[] {
  const [got, want] = [logged(trace), lines(cast)];
  const message = `it logged ${got.join(", ")}; expected ${want.join(", ")}.`;
  return [
    that(got.toSorted().join() === want.toSorted().join(), message),
    ...allIn(cast).map((own) => that(ended(trace, own), `${own.name} never went on.`)),
  ];
}

const castOf = (trace: Trace) => fromPlain(trace.input!) as Cast;
/** The steps that were in no `run()`, and whether one of them came before the first. */
function outside(trace: Trace) {
  const [, end] = notesOf(trace, "now");
  const all = linesOf(asLoop(trace));
  const stray = all.flatMap((line) => ("ran" in line && !line.during ? [line.ran] : []));
  const early = trace.calls.some(
    ({ service, start }) => stray.includes(service) && start.seq < (end?.seq ?? 0),
  );
  return { stray, early };
}
/** What tasks were resumed with, and `done` and `result` of their awaitables then. */
const resumes = (trace: Trace) =>
  allIn(castOf(trace)).flatMap((own) =>
    resumesOf(trace, own).flatMap(({ got, ...more }) => (got ? [{ got, ...more }] : [])),
  );
/** Of each that has had all its turns what it should come to, and what it came to at last. */
function outcomes(trace: Trace) {
  const all = allIn(castOf(trace));
  return all
    .filter((own) => ended(trace, own))
    .map((own) => ({ want: endOf(trace, all, own), got: seenOf(trace, own).at(-1)?.ends ?? [] }));
}
const wrong = (trace: Trace) => outcomes(trace).filter(({ want, got }) => !same(want, got));
const hasTwins = (trace: Trace) => {
  const all = lines(castOf(trace));
  return new Set(all).size < all.length;
};
const isShared = (trace: Trace) =>
  allIn(castOf(trace)).some(({ acts }) => acts.some((act) => "waits" in act && act.shared));

type Shown = [misconception: string, shows: (trace: Trace) => boolean];
/** The most telling first. */
const SHOWN: Shown[] = [
  ["starts-before-run", (trace) => outside(trace).early],
  ["runs-outside-run", (trace) => outside(trace).stray.length > 0],
  ["one-failure-stops-all", (trace) => returned(trace).some(Boolean)],
  [
    "one-failure-stops-all",
    (trace) => {
      const all = allIn(castOf(trace));
      const hasFailed = all.some((own) => own.end?.ends === "throws" && ended(trace, own));
      return hasFailed && all.some((own) => !ended(trace, own));
    },
  ],
  [
    "shared-awaitable-finishes-twice",
    (trace) => isShared(trace) && logged(trace).length > lines(castOf(trace)).length,
  ],
  ["twins-merged", (trace) => hasTwins(trace) && logged(trace).length < lines(castOf(trace)).length],
  [
    "shared-awaitable-lost",
    (trace) => isShared(trace) && allIn(castOf(trace)).some((own) => !ended(trace, own)),
  ],
  ...Object.keys(WRONG).map(
    (id): Shown => [id, (trace) => misread(asLoop(trace), castOf(trace).runs) === id],
  ),
  [
    "new-tasks-ignored",
    (trace) =>
      allIn(castOf(trace))
        .flatMap(({ acts }) => acts.flatMap((act) => ("creates" in act ? act.creates : [])))
        .some(({ name }) => callsOf(trace, name).length === 0),
  ],
  [
    "runs-once-only",
    (trace) =>
      castOf(trace)
        .runs.slice(1)
        .some((tasks) => tasks.some(({ name }) => callsOf(trace, name).length === 0)),
  ],
  ["resumes-with-nothing", (trace) => resumes(trace).some(({ got: [value] }) => isUndefined(value!))],
  ["resumes-with-promise", (trace) => resumes(trace).some(({ withItself }) => withItself)],
  [
    "awaitable-not-marked",
    (trace) =>
      resumes(trace).some(
        ({ got: [value, done, result], unmarked }) =>
          done !== true || !equal(value!, result!) || unmarked !== undefined,
      ),
  ],
  [
    "wrapped-error",
    (trace) =>
      wrong(trace).some(
        ({ want: [, , due], got: [, , error] }) => error !== undefined && isWrapping(error, due),
      ),
  ],
  [
    "task-never-changes",
    (trace) => {
      const all = outcomes(trace);
      return all.length > 0 && all.every(({ got }) => same(got, [false, NOTHING, NOTHING]));
    },
  ],
  ["falsy-is-nothing", (trace) => wrong(trace).some(({ want: [, ...ends] }) => ends.every(isFalsy))],
  [
    "done-too-early",
    (trace) => allIn(castOf(trace)).some((own) => resumesOf(trace, own).some(({ done }) => done)),
  ],
  ["lost-result", (trace) => wrong(trace).some(({ want: [, result] }) => !isUndefined(result))],
  ["failure-not-kept", (trace) => wrong(trace).length > 0],
  // Where no wrong rule explains all: by what went wrong.
  ["io-before-ready", (trace) => kept(trace, castOf(trace), "microtasks")?.message.includes(BARGED) === true],
  ["last-in-first-out", (trace) => kept(trace, castOf(trace), "microtasks", "twins", "timers") !== undefined],
];

/** What the trace of tasks done on a loop shows; the run's input has the tasks. */
export const mistakes: Mistakes = Object.fromEntries(
  SHOWN.map(([id]) => [id, (trace: Trace) => SHOWN.find(([, shows]) => shows(trace))?.[0] === id]),
);
