// What chooseHandler promises: the chart's five rows, and that nothing but the work decides.
import { that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { nothingReturned } from "./kit/mistakes/gathered.ts";
import { stands } from "./kit/mistakes/slips.ts";
import { type Plain, show } from "./trace/plain.ts";
import { type Outcome, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/34-decision-chart/decision-chart.ts");
type Work = Parameters<Student["chooseHandler"]>[0];
type Choice = ReturnType<Student["chooseHandler"]>;

const CHOICES: Choice[] = ["async def", "def", "def + executor", "either"];
/** The work that is asked about; `before`: what was asked about before that. */
interface Cast {
  work: Work;
  before?: Work[];
}
const AWAITABLE: Work = { library: "awaitable" };
const BLOCKING: Work = { library: "blocking" };
const UNKNOWN: Work = { library: "unknown" };
const HEAVY: Work = { library: "none", cpuHeavy: true };
const SIMPLE: Work[] = [{ library: "none" }, { library: "none", cpuHeavy: false }];
const LIGHT = "without cpuHeavy";

const isPromise = ({ state }: Outcome) => state === "fulfilled" || state === "rejected";
/** What it answered, at once or not; undefined if it failed. */
function answerOf(trace: Trace, label?: string): Plain | undefined {
  const { state, value } = outcomeOf(trace, label);
  return state === "returned" || state === "fulfilled" ? value : undefined;
}
const isChoice = (value: Plain | undefined) => CHOICES.some((choice) => choice === value);
/** Whether one of these was its answer, where another one was due. */
const answered =
  (...choices: Choice[]) =>
  (trace: Trace) =>
    choices.some((choice) => choice === answerOf(trace));
/** Whether it is none of the four, but has the letters of one. */
function misspelt(trace: Trace): boolean {
  const [value, letters] = [answerOf(trace), (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "")];
  return typeof value === "string" && CHOICES.some((choice) => letters(choice) === letters(value));
}

/** What goes wrong in any row. */
const mistakes: Mistakes = {
  "or-of-texts": (trace) => stands(trace, "or of a text") && isChoice(answerOf(trace)),
  "case-runs-on": (trace) => stands(trace, "case that runs on") && isChoice(answerOf(trace)),
  "async-for-nothing": (trace) => isPromise(outcomeOf(trace)),
  "shared-state": (trace) => inputOf<Cast>(trace).before !== undefined,
  "missing-return": nothingReturned,
  "wrong-format": (trace) => !isChoice(answerOf(trace)) && misspelt(trace),
  "executor-for-io": (trace) =>
    inputOf<Cast>(trace).work.library !== "none" && answered("def + executor")(trace),
};

const inWords = (work: Work) =>
  `{ ${Object.entries(work)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(", ")} }`;

/** A row of the chart: each work is asked about alone, and then once more after others. */
const row = (right: Choice, works: Work[], before: Work[]) => ({
  cast: [...works.map((work): Cast => ({ work })), ...works.map((work): Cast => ({ work, before }))],
  scenario(_: World, { chooseHandler }: Student, { work, before: others = [] }: Cast) {
    for (const other of others) chooseHandler(other);
    return chooseHandler(work);
  },
  says: ({ work, before: others }: Cast) =>
    `With ${inWords(work)}${others ? `, after ${others.map(inWords).join(" and ")}` : ""}`,
  expect: (trace: Trace) => [that(answerOf(trace) === right, told(outcomeOf(trace), show(right)))],
});
function told(outcome: Outcome, right: string): string {
  const verb = isPromise(outcome) ? "returned a promise of" : outcome.state;
  return `chooseHandler ${verb} ${show(outcome.value ?? null)}; expected ${right}.`;
}

/** The same work, first without `cpuHeavy`. */
const heavyOrNot = {
  scenario(world: World, { chooseHandler }: Student, { work }: Cast) {
    const { cpuHeavy: _, ...light } = work;
    void world.watch(LIGHT, () => chooseHandler(light));
    return chooseHandler(work);
  },
  says: ({ work }: Cast) => `With ${inWords(work)}`,
  expect(trace: Trace, { work }: Cast): Finding[] {
    const light = answerOf(trace, LIGHT);
    // That there is no answer in doubt is another check's.
    if (work.library === "unknown" && !isChoice(light)) return [];
    const same = isChoice(light) && answerOf(trace) === light;
    return [that(same, told(outcomeOf(trace), `${show(light ?? null)}, as ${LIGHT}`))];
  },
};

export default grader<Student>("34-decision-chart", [
  check("story", "chooses async def for a library that one awaits", {
    points: 3,
    ...row("async def", [AWAITABLE], [BLOCKING, HEAVY]),
    expect: (trace) => [
      that(
        answered("async def")(trace) && !isPromise(outcomeOf(trace)),
        told(outcomeOf(trace), show("async def")),
      ),
    ],
    mistakes: { ...mistakes, "always-def": answered("def") },
  }),
  check("blocking", "chooses def for a library that blocks", {
    points: 2,
    ...row("def", [BLOCKING], [AWAITABLE, ...SIMPLE]),
    mistakes: { ...mistakes, "async-everywhere": answered("async def", "either") },
  }),
  check("heavy", "chooses def + executor for heavy computing without I/O", {
    points: 1,
    ...row("def + executor", [HEAVY], [...SIMPLE, BLOCKING]),
    mistakes: {
      ...mistakes,
      "always-def": answered("def"),
      "cpu-on-loop": answered("async def", "either"),
    },
  }),
  check("simple", "says either for simple logic, whether cpuHeavy is false or not given", {
    points: 1,
    ...row("either", SIMPLE, [HEAVY, AWAITABLE]),
    mistakes: {
      ...mistakes,
      "flag-presence": (trace) =>
        answered("def + executor")(trace) && "cpuHeavy" in inputOf<Cast>(trace).work,
      "missing-flag-is-heavy": answered("def + executor"),
      "always-def": answered("def"),
      "async-everywhere": answered("async def"),
    },
  }),
  check("doubt", "chooses def in doubt", {
    points: 1,
    ...row("def", [UNKNOWN], [AWAITABLE, HEAVY]),
    mistakes: {
      ...mistakes,
      "doubt-throws": (trace) => outcomeOf(trace).state === "threw",
      "doubt-is-async": answered("async def", "either"),
    },
  }),
  check("flag", "lets cpuHeavy count only where there is no I/O", {
    points: 2,
    cast: [AWAITABLE, BLOCKING, UNKNOWN].map((work): Cast => ({ work: { ...work, cpuHeavy: true } })),
    ...heavyOrNot,
    mistakes: {
      "missing-return": nothingReturned,
      "cpu-before-io": (trace) => isChoice(answerOf(trace, LIGHT)),
    },
  }),
]);
