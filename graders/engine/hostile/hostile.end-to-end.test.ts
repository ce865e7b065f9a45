// The hostile corpus through the whole engine: no marks, the right outcome, in time, and the next submission untouched.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMPILER_STRETCH } from "../compile/compiler-process.ts";
import { type Engine, openEngine } from "../engine.ts";
import { DEFAULT_LIMITS } from "../sandbox/run.ts";
import { descendants } from "../testing/processes.ts";
import type { ExerciseVerdict } from "../types.ts";
import { filesOf, type HostileCase, hostileCases } from "./cases.ts";

/** For what may run into them: the sooner, the better. All others have time, on any machine. */
const SHORT = { ...DEFAULT_LIMITS, runMs: 250, exerciseMs: 2_000 };
/** What the compiler may take before it is given up, alone and once more. */
const COMPILER_MS = 10_000;

interface Graded {
  verdict: ExerciseVerdict;
  ms: number;
  /** The verdict on an honest submission right after, as JSON. */
  next: string;
}

const cases = hostileCases();
const results = new Map<string, Graded>();
const root = join(import.meta.dirname, "..", "..", "..");
const honest = filesOf(
  "03-three-apis",
  readFileSync(join(root, "solutions/03-three-apis/three-apis.ts"), "utf8"),
);
let [engine, impatient]: Engine[] = [];
let alone: string;

beforeAll(async () => {
  const only = [...new Set(["03-three-apis", ...cases.map(({ exercise }) => exercise)])];
  engine = await openEngine({ only });
  impatient = await openEngine({ only, limits: SHORT });
  alone = JSON.stringify(await gradeHonest(engine));
  // Alone: while the compiler recovers from one of these, nothing else is compiled.
  const alike = Object.groupBy(cases, ({ outcomes }) =>
    outcomes.includes("compile-error") ? "alone" : "beside",
  );
  for (const each of alike.alone!) results.set(each.name, await gradeCase(each));
  const queue = alike.beside!;
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.set(next.name, await gradeCase(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
});
afterAll(() => Promise.all([engine, impatient].map((each) => each?.close())));

function gradeHonest(by: Engine): Promise<ExerciseVerdict> {
  return by.gradeExercise("03-three-apis", honest, { seed: 1 });
}

const isShort = ({ outcomes }: HostileCase) => outcomes.includes("time-limit");

async function gradeCase(each: HostileCase): Promise<Graded> {
  const by = isShort(each) ? impatient! : engine!;
  const begun = performance.now();
  const verdict = await by.gradeExercise(each.exercise, each.files, { seed: 1 });
  const ended = performance.now();
  return { verdict, ms: ended - begun, next: JSON.stringify(await gradeHonest(by)) };
}

/** The real ms that a case may take. On a busy machine limits stretch, at most so far. */
function limitOf(each: HostileCase, { outcome }: ExerciseVerdict): number {
  if (outcome === "compile-error") return COMPILER_MS * COMPILER_STRETCH;
  const { runMs, exerciseMs, stretch } = isShort(each) ? SHORT : DEFAULT_LIMITS;
  // Two runs may be killed at their limit, and once more to see where; those before each together have a limit, too.
  return 2 * (exerciseMs + runMs + runMs / 4) * stretch;
}

test("the corpus is whole: a hundred cases, and honest oddities among them", () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(cases.filter((each) => each.honest).length).toBeGreaterThanOrEqual(14);
});

describe.each(cases)("$name, which tries $tries", (each) => {
  const { name, honest, outcomes } = each;
  test(honest ? "gets full marks" : "gets no full marks, and the right outcome", () => {
    const { verdict } = results.get(name)!;
    const said = verdict.checks.find(({ feedback }) => feedback)?.feedback;
    expect(outcomes, said).toContain(verdict.outcome);
    if (honest) expect(verdict.score, said).toBe(verdict.maxScore);
    else expect(verdict.score, said).toBeLessThan(verdict.maxScore);
    // Our fault it may never be: nobody could tell it from a fault in a grader.
    expect(verdict.checks.map(({ outcome }) => outcome)).not.toContain("grader-error");
  });

  test("is done within its limit and one second, as far as they stretch", () => {
    const { verdict, ms } = results.get(name)!;
    expect(ms).toBeLessThan(limitOf(each, verdict) + 1000 * SHORT.stretch);
  });

  test("leaves the verdict on the next submission as it is", () => {
    expect(results.get(name)!.next).toBe(alone);
  });

  test("gets nothing into its feedback that a terminal would obey", () => {
    // The line break after what the code threw is ours.
    const text = results
      .get(name)!
      .verdict.checks.map(({ feedback }) => feedback.replace(/^(Your code threw [^\n]*)\n/, "$1 "));
    expect(text.join("")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
  });
});

test("no process is left behind", () => {
  expect(descendants(process.pid).filter(({ command }) => command.includes("child"))).toEqual([]);
});

test("no file is left behind", () => {
  const places = [...new Set([tmpdir(), "/tmp", "/", homedir(), process.cwd(), root])];
  const names = places.flatMap((place) => {
    try {
      return readdirSync(place);
    } catch {
      return [];
    }
  });
  expect(names.filter((name) => name.includes("async-dojo-hostile"))).toEqual([]);
});
