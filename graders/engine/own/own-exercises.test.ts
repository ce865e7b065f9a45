// A verdict on an unchanged program is given once, and only what holds for good is kept.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyTrace } from "../../trace/trace.ts";
import { temporaryFolder } from "../testing/folders.ts";
import type { CheckOutcome, CheckVerdict, ExerciseFiles } from "../types.ts";
import { type Grading, OwnExercises } from "./own-exercises.ts";

const ID = "03-three-apis";
const FILE = `exercises/${ID}/three-apis.ts`;
const stub = "export function x(): void {\n  // TODO: write it\n}\n";

interface Given {
  outcome?: CheckOutcome;
  /** What the text is compiled to; by default itself without its comments. */
  where?: boolean;
  traced?: boolean;
}

/** An engine that writes down what it is asked; a program is the text without comments. */
function asking({ outcome = "failed", where = false, traced = true }: Given = {}) {
  const asked: string[] = [];
  const check = { id: "time", title: "in time", outcome, score: 0, maxScore: 5, feedback: "No." };
  const verdict: CheckVerdict = {
    ...check,
    ...(where ? { where: { line: 1, column: 1 } } : {}),
    ...(traced ? { trace: { ...emptyTrace(), seed: 1 } } : {}),
  };
  const textOf = (files: ExerciseFiles) => ("files" in files ? files.files.get(files.entry)! : "");
  const engine = {
    graders: [{ id: ID, checks: [{ id: "time", title: "in time", points: 5 }] }],
    program: async (files: ExerciseFiles) => textOf(files).replace(/\/\/.*\n/g, ""),
    async gradeExercise(id: string, files: ExerciseFiles) {
      asked.push(`graded ${textOf(files)}`);
      return { id, score: 0, maxScore: 5, outcome, checks: [verdict], answers: new Map() };
    },
    async closely() {
      return undefined;
    },
    async ghost(_id: string, { id }: CheckVerdict) {
      asked.push(`ghost of ${id}`);
      return { ...emptyTrace(), endedAt: 7 };
    },
  } as unknown as Grading;
  return { asked, engine };
}

const project = () =>
  temporaryFolder({ [FILE]: "one\n", "graders/stubs.json": JSON.stringify({ [ID]: stub }) });

/** As a command of its own: what it asks of the engine, and what comes out. */
async function graded(root: string, given: Given = {}, ghosts = true) {
  const { asked, engine } = asking(given);
  let opened = 0;
  const open = async () => {
    opened++;
    return engine;
  };
  const own = new OwnExercises({ root, open, folder: join(root, "kept") });
  const exercise = await own.read(ID);
  const result = ghosts ? await own.withGhosts(exercise) : { verdict: await own.verdict(exercise) };
  return { asked, opened, result };
}

test("what is unchanged is not graded again, nor is the engine opened; ghosts are kept with it", async () => {
  const root = project();
  const first = await graded(root);
  expect([first.asked, first.opened]).toEqual([["graded one\n", "ghost of time"], 1]);
  const again = await graded(root);
  expect([again.asked, again.opened]).toEqual([[], 0]);
  expect(again.result).toEqual(first.result);
  expect(again.result.verdict.checks[0]!.trace).toBeDefined();
  expect((await graded(root, {}, false)).asked).toEqual([]);
});

test("the score needs no ghosts; whoever does gets them later, once", async () => {
  const root = project();
  expect((await graded(root, {}, false)).asked).toEqual(["graded one\n"]);
  expect((await graded(root)).asked).toEqual(["ghost of time"]);
  expect((await graded(root)).asked).toEqual([]);
});

test("another program is graded, the same one in other words is not, and one comes back to what one had", async () => {
  const root = project();
  await graded(root);
  writeFileSync(join(root, FILE), "// a comment\none\n");
  expect((await graded(root)).asked).toEqual([]);
  writeFileSync(join(root, FILE), "two\n");
  expect((await graded(root)).asked).toEqual(["graded two\n", "ghost of time"]);
  writeFileSync(join(root, FILE), "one\n");
  expect((await graded(root)).asked).toEqual([]);
});

test("a place in the text is told of that text alone", async () => {
  const root = project();
  await graded(root, { where: true });
  writeFileSync(join(root, FILE), "// a comment\none\n");
  expect((await graded(root, { where: true })).asked).toEqual([
    "graded // a comment\none\n",
    "ghost of time",
  ]);
});

const doubtful: [Given, string][] = [
  [{ outcome: "grader-error" }, "our fault"],
  [{ outcome: "time-limit", traced: false }, "the machine's time"],
  [{ outcome: "memory-limit", traced: false }, "its memory"],
  [{ outcome: "output-limit" }, "what may be written"],
  [{ outcome: "crashed", traced: false }, "a process that ended"],
];
test.each(doubtful)("what is not for good is tried again: %j, %s", async (given) => {
  const root = project();
  await graded(root, given, false);
  expect((await graded(root, given, false)).asked).toEqual(["graded one\n"]);
});

test("a damaged file is as none, and not more than so many are kept", async () => {
  const root = project();
  await graded(root);
  const kept = join(root, "kept");
  for (const name of readdirSync(kept)) {
    const bytes = readFileSync(join(kept, name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(kept, name), bytes);
  }
  expect((await graded(root)).asked).toEqual(["graded one\n", "ghost of time"]);
  for (let attempt = 0; attempt < 30; attempt++) {
    writeFileSync(join(root, FILE), `${attempt}\n`);
    await graded(root, {}, false);
  }
  expect(readdirSync(kept)).toHaveLength(48);
});

test("a stub is known without the compiler, and its checks without the engine", async () => {
  const root = project();
  writeFileSync(join(root, FILE), stub);
  const { engine } = asking();
  let opened = 0;
  for (let command = 0; command < 2; command++) {
    const open = async () => {
      opened++;
      return engine;
    };
    const own = new OwnExercises({ root, open, folder: join(root, "kept") });
    expect(await own.read(ID)).toMatchObject({ untouched: "todo" });
    expect(await own.checks(ID)).toEqual([{ id: "time", title: "in time", points: 5 }]);
  }
  expect(opened).toBe(1);
});
