// What failAfter and moveOnAfter promise: a body is told in time and waited for, and nobody's deadline is another's.
import * as aborts from "./kit/aborts.ts";
import { type Abort, obeying, obeys } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { abortedAt, called, nothingLeft } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { errorNamed, failing, inWords, type Job, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { gaveUpOnAbort, type WrongRules } from "./kit/models/given-up.ts";
import { firstReason, labelOf, type Scope, sameReason, scopesEnded } from "./kit/models/scopes.ts";
import { allAlike, onceMore } from "./kit/once-more.ts";
import { siblings } from "./kit/siblings.ts";
import type { Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/24-cancel-scopes/cancel-scopes.ts");

/** Scopes from the outermost inwards, and what the body in the innermost does. */
interface Cast {
  scopes: Scope[];
  job: Job;
  /** When the signal from outside aborts; there is none without. `again`: once more so many virtual ms later, with all the same. */
  abort?: Abort;
  again?: number[];
}
type By = Scope["by"];
const BY: By[] = ["failAfter", "moveOnAfter"];
const one = (by: By, ms: number, job: Job, abort?: Abort): Cast => ({ scopes: [{ by, ms }], job, abort });
const both = (ms: number, job: Job, abort?: Abort) => BY.map((by) => one(by, ms, job, abort));
const OBEYING = obeying(3000);
/** All answers to an abort but to end with its reason, and one that resolves to that. */
const OTHERS = aborts.abortAnswers(3000).filter((job) => job.takes === 3000 && !obeys(job));
const TELLING: Job = { ...returning(3000, "its signal's reason"), onAbort: { resolves: true } };
/** Bodies that ignore their signal, and end with what may be taken for something else. */
const ends = (takes: number): Job[] => [
  ...["TimeoutError", "AbortError"].map((name) => failing(takes, errorNamed(name))),
  failing(takes, "closed"),
  ...[returning(takes, undefined), failing(takes, undefined), returning(takes, 0)],
];
const scoped = {
  scenario(world: World, student: Student, { scopes, job, abort, again }: Cast, group?: AbortSignal) {
    const returns = job.value === TELLING.value ? (own: AbortSignal) => own.reason : undefined;
    const signal = group ?? (abort && aborts.signalFor(world, abort));
    const body = aborts.abortingService<unknown>(world, "body", job, { abort, signal: signal!, returns });
    const enter = (depth: number, signal?: AbortSignal): Promise<unknown> => {
      const scope = scopes[depth];
      if (!scope) return body(signal);
      const entered = student[scope.by](scope.ms, (own) => enter(depth + 1, own), signal);
      if (depth > 0) void world.watch(labelOf(depth), () => entered);
      return entered;
    };
    return onceMore(world, again, () => enter(0, signal));
  },
  says: ({ scopes, job, abort }: Cast) =>
    `With ${scopes.map(({ by, ms }) => `${by}(${ms})`).join(" around ")} and a body of ${inWords([job])}${aborts.abortInWords(abort)}`,
  mistakes: {
    "late-start": gathered.startedLate,
    "lost-rejection": gathered.failureLost,
    "signal-not-passed": ({ calls }) => calls.some(({ signal }) => !signal),
    "argument-ignored": ({ calls }) => calls.some(({ signal }) => signal?.aborted?.at === 1000),
    "busy-wait": gathered.lookedNowAndThen,
    "work-goes-on": ({ calls: [one] }) => (one?.signal?.aborted?.at ?? Infinity) > (one?.end?.at ?? 0),
  } satisfies Mistakes,
};
const nestOf = ({ scopes, abort }: Cast) => ({ scopes, outside: abort && (Number(abort.after) || 0) });
const orFalsy = ({ job, abort }: Cast, found: Finding[]) =>
  job.value && (!abort?.reason || abort.reason.is)
    ? found
    : found.map((each) => each && { ...each, misconception: "falsy-is-nothing" });
/** Each scope ended with the body, as that says. */
function ended(trace: Trace, cast: Cast): Finding[] {
  const [call, again] = trace.calls;
  if (!call || again) return [called(trace, "body", { times: 1, otherwise: call && "repeated-call" })];
  return orFalsy(cast, scopesEnded(trace, nestOf(cast), { ...call, obeys: obeys(cast.job) }));
}
/** The body's signal aborted when the first reason was due (a timer of 0 ms takes 1 ms), and then each scope ended. */
function toldAndEnded(trace: Trace, cast: Cast, otherwise?: string): Finding[] {
  const [due, at] = [firstReason(nestOf(cast)), trace.calls[0]?.signal?.aborted?.at];
  const none = due === 0 && cast.abort?.after !== aborts.IN_BODY.after;
  const why = none ? "falsy-is-nothing" : gathered.lookedNowAndThen(trace) ? undefined : otherwise;
  const told = abortedAt(trace, "body", { at: none && at === 1 ? 1 : due, otherwise: why });
  return [told, ...ended(trace, cast)];
}
const inside = (by: By, ms: number, cast: Cast) => ({ ...cast, scopes: [{ by, ms }, ...cast.scopes] });
/** Of two in each other one deadline comes first; the other passes while the body cleans up, if that takes so long. */
const NESTS = [0, 900].flatMap((after) =>
  [300, 1000].flatMap((ms) =>
    both(1300 - ms, obeying(3000, after)).flatMap((cast) => BY.map((by) => [inside(by, ms, cast)])),
  ),
);
/** One fails at 300 ms: while another cleans up, and before the deadlines of the rest. */
const SIBLINGS = [
  ...[one("failAfter", 300, OBEYING), one("moveOnAfter", 200, obeying(3000, 400))],
  ...[one("moveOnAfter", 1000, obeying(3000, 900)), one("failAfter", 900, OTHERS.at(-1)!)],
  inside("moveOnAfter", 800, one("failAfter", 1000, obeying(3000, 600))),
];
const [BEFORE, SOON, LATER] = [{ after: "before" }, { after: 503 }, { after: 90_000 }] as const;
const falsy = (abort: Abort): Abort[] => [null, 0].map((is) => ({ ...abort, reason: { is } }));
const SLOW = [...both(2000, obeying(3000, 60_000), LATER), ...both(150_001, obeying(300_000, 100_003))];
const DEAF: WrongRules = {
  "ignores-already-aborted": [{ comesTo: "a value" }, { comesTo: "another error" }],
};
const OVERLAPPING: Record<string, Cast> = {
  "A scope in time": one("moveOnAfter", 2000, returning(600)),
  "One that fails": one("failAfter", 2000, failing(500)),
  "One that is aborted": one("failAfter", 1000, obeying(3000, 200), { after: 451 }),
  "A pair on one signal": { ...one("failAfter", 1000, obeying(3000, 200), { after: 403 }), again: [0] },
  "One whose time is up": one("moveOnAfter", 700, obeying(3000, 300)),
};

export default grader<Student>("24-cancel-scopes", [
  check("story", "aborts the body at 1000 ms, and says that the time was up", {
    points: 2,
    cast: both(1000, OBEYING),
    ...scoped,
    expect: toldAndEnded,
  }),
  check("cleanup", "keeps to the deadline that it is given, and waits for the body to clean up", {
    points: 2,
    cast: [...[703, 0].flatMap((ms) => both(ms, obeying(3000, 307))), ...SLOW],
    ...scoped,
    expect: toldAndEnded,
  }),
  check("late", "takes whatever else the body ends with, however late", {
    points: 1,
    cast: [...OTHERS, ...ends(3000)].flatMap((job) => both(1000, job)),
    ...scoped,
    expect: ended,
  }),
  check("values", "passes on what the body ends with in time, whatever that is", {
    points: 1,
    cast: [
      ...[returning(803), failing(803), ...ends(800)].flatMap((job) => both(1000, job)),
      ...[returning(800), failing(800), failing(800, undefined)].flatMap((job) => both(1000, job, LATER)),
    ],
    ...scoped,
    expect: (trace, cast) => [...ended(trace, cast), called(trace, "body", { at: [0] })],
  }),
  check("outer", "on an abort from outside aborts the body with that reason, and waits then, too", {
    points: 1,
    cast: [
      // After the deadline first: who asks the signal at the end is seen by that.
      ...both(1000, obeying(3000, 707), { after: 1200 }),
      ...[OBEYING, obeying(3000, 707), TELLING, ...OTHERS.slice(3)].flatMap((job) => both(1000, job, SOON)),
      ...[BEFORE, ...falsy(SOON)].flatMap((abort) => both(1000, OBEYING, abort)),
      ...[aborts.IN_BODY, ...falsy(BEFORE)].map((abort) => one("failAfter", 1000, OBEYING, abort)),
    ],
    ...scoped,
    expect: (trace, cast) => {
      const { job, abort: { after } = BEFORE } = cast;
      if (after === "before") return gaveUpOnAbort(trace, DEAF);
      const hasReason = after !== 1200 && (obeys(job) || job.value === TELLING.value);
      const [told, ...rest] = toldAndEnded(trace, cast, "outer-signal-ignored");
      return orFalsy(cast, [told, hasReason ? sameReason(trace) : undefined, ...rest]);
    },
  }),
  check("nested", "never takes another's deadline for its own: scopes in scopes, and siblings in one group", {
    points: 1,
    cast: [...NESTS, SIBLINGS],
    ...siblings({
      ...scoped,
      expect: (trace, cast: Cast, after) => ended(trace, { ...cast, abort: after ? { after } : undefined }),
    }),
  }),
  check("left", "leaves neither a timer nor a listener behind", {
    points: 1,
    cast: [
      ...[returning(300), failing(300), returning(300, undefined)].flatMap((job) => both(60_000, job, LATER)),
      ...both(300, obeying(3000, 200), LATER),
      ...[{ after: 300 }, BEFORE].flatMap((abort) => both(60_000, obeying(3000, 200), abort)),
    ],
    ...scoped,
    mayPend: true,
    expect: (trace) => [nothingLeft(trace)],
  }),
  check("apart", "keeps scopes apart that run at the same time", {
    points: 1,
    ...apart(scoped, OVERLAPPING, { own: allAlike }),
  }),
]);
