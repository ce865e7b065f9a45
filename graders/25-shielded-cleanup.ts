// What withConnection promises: a connection that is there is given back, once and in time, and no failure hides another.
import * as aborts from "./kit/aborts.ts";
import { type Abort, abortInWords, abortOf, obeying, signalFor } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { called, fulfilled, nothingLeft, signalPassed, that } from "./kit/expectations.ts";
import { check, type Finding, grader } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, inWords, type Job, MADE, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { cameOut, settledWithAll, wasTold } from "./kit/models/clean-up.ts";
import { gaveUpOnAbort } from "./kit/models/given-up.ts";
import { inScope, type Scope } from "./kit/models/scopes.ts";
import { noCopy } from "./kit/no-copy.ts";
import { allAlike, onceMore } from "./kit/once-more.ts";
import { siblings } from "./kit/siblings.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/25-shielded-cleanup/shielded-cleanup.ts");
type Name = "acquire" | "use" | "release";
/** What the pool, `use` and the connection do, where it is not the usual, and when the signal aborts. */
interface Cast extends Partial<Record<Name, Job>> {
  abort?: Abort;
  /** The scope around it, whose signal it gets. `again`: once more so many virtual ms later, with the same pool and signal. */
  scope?: Scope;
  again?: number[];
}
const USUAL = { acquire: returning(200), use: obeying(1000), release: returning(500) };
const lending = {
  mistakes: { "busy-wait": gathered.polled },
  scenario(world: World, student: Student, { scope, ...cast }: Cast, group?: AbortSignal): Promise<unknown> {
    if (scope) return inScope(world, scope, (own) => lending.scenario(world, student, cast, own));
    const signal = group ?? signalFor(world, cast.abort);
    const service = <Result>(name: Name, returns?: Result) =>
      aborts.abortingService(world, name, cast[name] ?? USUAL[name], { abort: cast.abort, signal, returns });
    const own = service<void>("release");
    const release = world.made("its release", function (this: unknown) {
      if (this !== connection) world.note("without this");
      return own();
    });
    const connection = world.made("connection", { release });
    const [pool, use] = [{ acquire: service("acquire", connection) }, service("use")];
    return onceMore(world, cast.again, () => student.withConnection(pool, use, signal));
  },
  says: ({ abort, scope, again: _, ...own }: Cast) =>
    `With acquire, use and release of ${inWords(Object.values({ ...USUAL, ...own }))}${abortInWords(abort)}${scope ? `, in ${scope.by}(${scope.ms})` : ""}`,
};
const callsIn = (trace: Trace) =>
  [callsOf(trace, "acquire"), callsOf(trace, "use"), callsOf(trace, "release")] as const;
const hadThis = (trace: Trace) =>
  that(!notesOf(trace, "without this")[0], "`release` lost its `this`.", { otherwise: "then-without-this" });
/** A connection that came was given back once; if `inTime`, when its use had ended, or when it came, if nobody used it. */
function gaveBack(trace: Trace, inTime = true): Finding {
  const [[acquire], [use], releases] = callsIn(trace);
  const at = acquire?.how === "fulfilled" ? [(use ?? acquire).end?.at ?? Infinity] : [];
  const lost = use && wasTold(trace) ? "cleanup-skipped-on-abort" : "connection-lost";
  const early = (releases[0]?.start.at ?? Infinity) < (at[0] ?? 0) ? "release-before-use-ends" : undefined;
  const wrong = [lost, early, "double-release"][1 + Math.sign(releases.length - at.length)];
  return called(trace, "release", { times: at.length, ...(inTime && { at }), otherwise: wrong });
}
/** It came to what failed, acquire, `use` or last the release, or to what `use` did, or to the reason of the abort. */
function cameTo(trace: Trace): Finding {
  const [[acquire], [use], cleanUp] = callsIn(trace);
  const reason = madeBy(trace, "signal reason");
  return cameOut(trace, { steps: [acquire, use], reason, cleanUp, suppressed: true });
}
const passed = (trace: Trace, service: Name, argument: number) =>
  signalPassed(trace, service, { argument, otherwise: "signal-not-passed" });
const during = (during: Name, after: Abort["after"], cast?: Cast) => ({ ...cast, abort: { during, after } });
/** It settled in the ms in which all had ended. `early`: the misconception of who settled sooner, and gave back in time. */
const atLast = (trace: Trace, early: string) =>
  settledWithAll(trace, gaveBack(trace)?.misconception ?? early);
const [MOVED, LEFT] = [{ value: { timedOut: true } }, { otherwise: "leaves-before-cleanup" }];
const broken = (cast: Cast): Cast => ({ ...cast, release: failing(500) });
const FAILURES = [MADE, errorNamed("AbortError"), ...FALSY].map((value) => failing(707, value));
const [QUICK, SLOW, LONG] = [returning(101), returning(1003), returning(150_001)];
const [CLEANING, SLOWLY] = [obeying(1000, 307), obeying(1000, 150_001)];
const [IN_USE, ...IN_LONG] = [obeying(1000), CLEANING, SLOWLY].map((use) => during("use", 607, { use }));
/** The pool takes no notice, or obeys, at once or later. */
const WAITING = [SLOW, obeying(1000), CLEANING, LONG].map((acquire) => during("acquire", 509, { acquire }));
const UNUSED: Cast[] = [WAITING[0]!, { abort: { after: "before" } }, during("acquire", "at once")];
const FALSELY = FALSY.flatMap((is) => UNUSED.map((cast) => aborts.because(is, cast)));
const SCOPE: Scope = { by: "moveOnAfter", ms: 700 };
const GROUP: Cast[] = [{ use: failing(100), release: QUICK }, { use: CLEANING }, { acquire: SLOW }];
const OVERLAPPING: Record<string, Cast> = {
  "A call": { use: returning(700), release: QUICK },
  "A call that fails": { use: failing(500), release: QUICK },
  "A call that is aborted": during("use", 251, { use: CLEANING, release: QUICK }),
  "A pair with one pool": { use: returning(701), release: QUICK, again: [0] },
};
const IN_RELEASE = [returning(700), failing(700)].map((use) => during("release", 203, { use }));

export default grader<Student>("25-shielded-cleanup", [
  check("story", "acquires, uses and releases, and resolves to what `use` came to, in 1700 ms", {
    points: 2,
    cast: [{}, ...FALSY.map((value) => ({ use: returning(1000, value) }))],
    ...lending,
    expect: (trace) => [
      called(trace, "use", { times: 1, otherwise: "repeated-call" }),
      called(trace, "use", { args: [[madeBy(trace, "connection")]], otherwise: "lost-arguments" }),
      noCopy(trace, "connection"),
      ...[called(trace, "use", { at: [200] }), gaveBack(trace), hadThis(trace), cameTo(trace)],
      atLast(trace, "cleanup-not-awaited"),
    ],
  }),
  check("waits", "settles when the release has ended, and with its error if nothing else has failed", {
    points: 1,
    cast: [
      ...[{ release: SLOW }, { use: failing(707) }, IN_USE!, ...IN_LONG, UNUSED[0]!, { release: LONG }],
      ...FAILURES.map((release): Cast => ({ release })),
    ],
    ...lending,
    expect: (trace, { abort, release }) => [
      atLast(trace, abort?.during === "use" ? "release-raced" : "cleanup-not-awaited"),
      ...(release ? [cameTo(trace), gaveBack(trace, false)] : []),
    ],
  }),
  check("failure", "rejects with what failed, acquire or `use`, also if the release fails after that", {
    points: 2,
    cast: [
      ...FAILURES.flatMap((fails) => [{ use: fails }, broken({ use: fails }), { acquire: fails }]),
      ...[broken(IN_USE!), broken(UNUSED[0]!)],
    ],
    ...lending,
    expect: (trace, { abort, acquire }) => {
      const found = cameTo(trace);
      // To come to the reason at all is for other checks.
      if (abort) return [found?.misconception === "cleanup-error-wins" ? found : undefined];
      const asked = called(trace, "acquire", { at: [0], otherwise: "repeated-call" });
      return [asked, gaveBack(trace, false), found, acquire && atLast(trace, "late-rejection")];
    },
  }),
  check("abort", "aborted during `use` waits for its end, gives back, and rejects with the reason", {
    points: 1,
    cast: [IN_USE!, ...IN_LONG, during("use", "at once"), ...FALSY.map((is) => aborts.because(is, IN_USE!))],
    ...lending,
    expect: (trace) => [passed(trace, "use", 2), gaveBack(trace), cameTo(trace)],
  }),
  check("waiting", "aborted before the connection is there calls no `use`, and gives back what still comes", {
    points: 1,
    cast: [...WAITING, ...UNUSED.slice(1), ...FALSELY] as Cast[],
    ...lending,
    expect: (trace, { abort }) => {
      if (abort!.after === "before")
        return gaveUpOnAbort(trace, { "generic-error": [{ comesTo: "another error" }] });
      const [from, until] = [callsOf(trace, "acquire")[0]?.end?.at, outcomeOf(trace).settled?.at];
      const otherwise = abort!.reason ? "falsy-is-nothing" : "starts-after-abort";
      return [
        passed(trace, "acquire", 1),
        called(trace, "use", { times: 0, otherwise }),
        gaveBack(trace),
        cameTo(trace),
        that(until === undefined || from! <= until, "it settled before `acquire` had ended.", LEFT),
      ];
    },
  }),
  check("shield", "lets no abort disturb the release, and leaves no listener on the signal", {
    points: 1,
    cast: [...IN_RELEASE, {}, { acquire: failing(200) }, { use: failing(700) }, IN_USE!, ...UNUSED],
    ...lending,
    mayPend: true,
    expect: (trace, { abort }) => {
      const [aborted, settled] = [abortOf(trace)?.at ?? Infinity, outcomeOf(trace).settled?.at ?? Infinity];
      if (abort?.during !== "release" || aborted > settled) return [nothingLeft(trace)];
      return [cameTo(trace), gaveBack(trace, false), atLast(trace, "release-raced"), nothingLeft(trace)];
    },
  }),
  check("nested", "gives back before a deadline's scope around it ends, and among siblings in one group", {
    points: 1,
    cast: [[{ use: CLEANING, scope: SCOPE }], [{ acquire: SLOW, scope: SCOPE }], GROUP],
    ...siblings({
      ...lending,
      expect: (trace, { scope }) => [gaveBack(trace), scope ? fulfilled(trace, MOVED) : cameTo(trace)],
    }),
  }),
  check("apart", "keeps calls apart that overlap or follow each other", {
    points: 1,
    ...apart(lending, OVERLAPPING, { own: allAlike }),
  }),
]);
