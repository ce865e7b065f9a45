// The hostile corpus through the whole engine: no marks, the right outcome, in time, and the next submission untouched.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMPILER_STRETCH } from "../compiler-process.ts";
import { type Engine, openEngine } from "../grade.ts";
import { descendants } from "../testing/processes.ts";
import type { ExerciseVerdict } from "../types.ts";
import { filesOf, type HostileCase, hostileCases } from "./cases.ts";

const RUN_MS = 500;
const EXERCISE_MS = 4_000;
const STRETCH = 4;
/** Two runs may be killed at their limit, and once more to see where; those before each together have a limit, too. */
const LIMIT_MS = 2 * (EXERCISE_MS + RUN_MS + RUN_MS / 4);
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
let engine: Engine;
let alone: string;

beforeAll(async () => {
  const only = [...new Set(["03-three-apis", ...cases.map(({ exercise }) => exercise)])];
  engine = await openEngine({ only, limits: { runMs: RUN_MS, exerciseMs: EXERCISE_MS, stretch: STRETCH } });
  alone = JSON.stringify(await gradeHonest());
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
}, 600_000);
afterAll(() => engine.close());

function gradeHonest(): Promise<ExerciseVerdict> {
  return engine.gradeExercise("03-three-apis", honest, { seed: 1 });
}

async function gradeCase({ exercise, files }: HostileCase): Promise<Graded> {
  const begun = performance.now();
  const verdict = await engine.gradeExercise(exercise, files, { seed: 1 });
  const ended = performance.now();
  const next = JSON.stringify(await gradeHonest());
  return { verdict, ms: ended - begun, next };
}

test("the corpus is whole: a hundred cases, and honest oddities among them", () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(cases.filter((each) => each.honest).length).toBeGreaterThanOrEqual(14);
});

describe.each(cases)("$name, which tries $tries", ({ name, honest, outcomes }) => {
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
    // On a busy machine limits stretch, at most so far.
    const limit = verdict.outcome === "compile-error" ? COMPILER_MS * COMPILER_STRETCH : LIMIT_MS * STRETCH;
    expect(ms).toBeLessThan(limit + 1000 * STRETCH);
  });

  test("leaves the verdict on the next submission as it is", () => {
    expect(results.get(name)!.next).toBe(alone);
  });

  test("gets nothing into its feedback that a terminal would obey", () => {
    const text = results.get(name)!.verdict.checks.map(({ feedback }) => feedback);
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
