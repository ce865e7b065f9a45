// What a runner promises: one main at a time, whose outcome is the run's, and free again whatever that is.
import { apart } from "./kit/apart.ts";
import { settledAt } from "./kit/as-it-went.ts";
import { called, fulfilled, passedOn, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import * as jobs from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { refused, watchRefusal } from "./kit/refused.ts";
import { callsOf, notesOf, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/17-nested-loops/nested-loops.ts");

/** When `running` is looked at: it is true at these moments, and false at others. */
const [YES, AFTER] = [["in main", "after the call", "meanwhile"], "right after await"];
const seen = (trace: Trace, when: string) => notesOf(trace, when).map(({ value }) => value);
const saw = (trace: Trace, when: string) => seen(trace, when)[0];
const rightLooks = (trace: Trace, ...all: string[]): Finding => {
  const odd = all.find((when) => seen(trace, when).some((value) => value !== YES.includes(when)));
  return that(!odd, `\`running\` was not ${YES.includes(odd!)} ${odd}.`);
};

/**
 * Runs with these mains, each called in the very turn in which the one before has settled. When one runs alone, others are
 * tried meanwhile: so many virtual ms later, by its main (`inside`) or not. `other`: its main has another runner run something.
 */
type Cast = { mains: jobs.Job[]; inside?: number[]; elsewhere?: number[]; other?: boolean };
const REFUSAL = { name: "RuntimeError", message: /running event loop/, within: 1 };
const play = {
  scenario(world: World, { createRunner }: Student, { mains, inside = [], elsewhere = [], other }: Cast) {
    const runner = createRunner();
    const [service, otherMain] = [jobs.jobService(world, mains, "main"), world.service("other main")];
    const show = world.sink("running");
    const see = (when: string) => {
      world.note(when, runner.running);
      show(`${runner.running} ${when}`);
    };
    let tries = 0;
    const attempt = () => {
      see("meanwhile");
      void watchRefusal(world, `Other run ${++tries}`, () => runner.run(otherMain));
      world.note("meanwhile", runner.running);
    };
    const plan = (times: number[]) => {
      for (const ms of times) void (ms === 0 ? attempt() : world.wait(ms).then(attempt));
    };
    const run = (index: number) =>
      runner.run(() => {
        see("in main");
        const own = service(index + 1);
        plan(inside);
        if (other) void world.watch("Another runner", () => createRunner().run(world.service("its main")));
        return own;
      });
    const runInTurn = async () => {
      see("before the call");
      for (const [index, { takes }] of mains.entries()) {
        if (takes > 100) world.at(world.now + 100, () => see("meanwhile"));
        try {
          const own = run(index);
          see("after the call");
          await own;
        } catch {}
        see(AFTER);
      }
    };
    if (mains.length > 1) return runInTurn();
    const alone = run(0);
    plan(elsewhere);
    return alone;
  },
  says({ mains, inside = [], elsewhere = [] }: Cast) {
    const others = [...inside.map((ms) => `in it after ${ms}`), ...elsewhere.map((ms) => `after ${ms}`)];
    return `With main() of ${jobs.inWords(mains)}${others.map((when) => `, another run ${when} ms`).join("")}`;
  },
};

const begun = (trace: Trace) => callsOf(trace, "other main");
const began = (trace: Trace) => begun(trace).length > 0;
const firstEnd = ({ calls: [first] }: Trace) => first?.end?.at ?? Number.POSITIVE_INFINITY;
const tried = ({ outcomes }: Trace) => Object.values(outcomes).filter(({ label }) => /^Other/.test(label));
const answered = (trace: Trace) => tried(trace).filter(({ state }) => state === "fulfilled");
const neverBegun = (trace: Trace, [call] = begun(trace)) =>
  that(!call, `another main was called at ${call?.start.at} ms; expected its run to be refused.`);
const undisturbed = (trace: Trace) => {
  const holds = !/true.*false/.test(seen(trace, "meanwhile").join());
  const message = "once another run had been refused, `running` was false though the first went on.";
  return that(holds, message, { otherwise: "refused-run-resets" });
};
const ofOthers: Mistakes = {
  "waits-its-turn": (trace) => begun(trace).some(({ start }) => start.at >= firstEnd(trace)),
  "starts-then-rejects": (trace) => began(trace) && tried(trace).every(({ state }) => state === "rejected"),
  "taken-too-late": (trace) => /^false.*true/.test(seen(trace, "meanwhile").join()),
  "return-without-await": (trace) => saw(trace, "in main") === true && !saw(trace, "meanwhile"),
  "refused-run-resets": (trace) => tried(trace)[0]!.state === "rejected" && began(trace),
  "nested-allowed": began,
  "swallowed-error": (trace) => answered(trace).some(({ settled }) => settled!.at < firstEnd(trace)),
  "joins-what-runs": (trace) => answered(trace).length > 0,
};
const ofMain = { ...failureMistakes, ...gathered.mistakes, "missing-return": gathered.nothingReturned };
const ofLooks: Mistakes = {
  "return-without-await": ofOthers["return-without-await"]!,
  "running-is-a-snapshot": (trace) => saw(trace, "meanwhile") === saw(trace, "before the call"),
  "taken-too-late": (trace) => [saw(trace, "after the call"), saw(trace, "in main")].includes(false),
  "lost-rejection": (trace) => outcomeOf(trace).state === "pending",
  "stuck-after-failure": (trace) => callsOf(trace).at(seen(trace, AFTER).indexOf(true))?.how !== "fulfilled",
  "stuck-after-refusal": (trace) => saw(trace, AFTER) === true && tried(trace).length > 0,
  "falsy-is-nothing": gathered.mistakes["falsy-is-nothing"]!,
  "free-too-late": (trace) => seen(trace, AFTER).includes(true),
};
const { returning, failing, throwing, FALSY, MADE } = jobs;
const alone = (main: jobs.Job): Cast => ({ mains: [main] });

export default grader<Student>("17-nested-loops", [
  check("story", "runs main, and resolves when it does, to whatever it does", {
    points: 2,
    cast: [returning(1000), ...[...FALSY, ["tea"]].map((value) => returning(300, value))].map(alone),
    ...play,
    expect: (trace) => [called(trace, "main", { times: 1 }), passedOn(trace, "main")],
    mistakes: ofMain,
  }),
  check("failure", "rejects with what main rejects with, or throws at once", {
    points: 1,
    cast: [MADE, jobs.errorNamed("RuntimeError"), ...FALSY].flatMap((value) =>
      [failing(300, value), throwing(value)].map(alone),
    ),
    ...play,
    expect: (trace) => [passedOn(trace, "main")],
    mistakes: ofMain,
  }),
  check("nested", "refuses a run inside a run at once, with a RuntimeError, and never calls its main", {
    points: 2,
    cast: [0, 300].map((ms): Cast => ({ ...alone(returning(1000)), inside: [ms] })),
    ...play,
    expect: (trace) => [neverBegun(trace), refused(trace, "Other run 1", REFUSAL)],
    mistakes: ofOthers,
  }),
  check("meanwhile", "refuses it from elsewhere, too, and is not disturbed by it", {
    points: 1,
    cast: [
      { ...alone(returning(1000)), elsewhere: [0, 300, 900], inside: [500] },
      { ...alone(failing(700)), elsewhere: [400], inside: [100] },
    ],
    ...play,
    expect: (trace) => [neverBegun(trace), undisturbed(trace), settledAt(trace, { at: firstEnd(trace) })],
    mistakes: { ...ofOthers, ...ofMain },
  }),
  check("running", "shows in running whether a run is under way", {
    points: 1,
    cast: [{ mains: [returning(1000), returning(300)] }],
    ...play,
    expect: (trace) => [fulfilled(trace), rightLooks(trace, "before the call", ...YES, AFTER)],
    mistakes: ofLooks,
  }),
  check("again", "is free again right after a run, also after one that failed", {
    points: 2,
    cast: [
      { mains: [300, 200, 100].map((ms) => returning(ms)) },
      { mains: [failing(300), returning(200), throwing(), failing(100, undefined), returning(200)] },
      { mains: [returning(200), ...FALSY.map((value) => returning(100, value))], inside: [50] },
    ],
    ...play,
    expect: (trace, { mains }) => [called(trace, "main", { times: mains.length }), rightLooks(trace, AFTER)],
    mistakes: ofLooks,
  }),
  check("apart", "keeps runners apart", {
    points: 1,
    ...apart(
      play,
      {
        "A run": alone(returning(400)),
        "A run that fails": alone(failing(300)),
        "A run with another inside": { ...alone(returning(500)), inside: [100] },
        "A run in whose main another runner runs": { ...alone(returning(600)), other: true },
      },
      { own: (part, { other }) => (other ? [fulfilled(part, { label: "Another runner" })] : []) },
    ),
  }),
]);
