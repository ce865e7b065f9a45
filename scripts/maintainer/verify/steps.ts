// Verify's steps, in their order. Each gives a count and, for what failed, lines to read.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { CACHE } from "../../../graders/engine/edition/cache.ts";
import { openEngine } from "../../../graders/engine/engine.ts";
import { CATALOGUE_SEED } from "../../../graders/engine/judge/catalogue.ts";
import { misconceptions } from "../../../graders/misconceptions/misconceptions.ts";
import { runTool } from "../../lib/tool.ts";
import { demonstrations } from "../../student/play/course.ts";
import { chosenFact } from "../catalogue/chosen-file.ts";
import { catalogueFact } from "../catalogue/file.ts";
import { generatedAnswers } from "../catalogue/generated.ts";
import { measure } from "../catalogue/measure.ts";
import { qualityFact } from "../catalogue/quality.ts";
import { recordAnswers } from "../catalogue/recordings.ts";
import { equivalentsFacts } from "../evidence/equivalents.ts";
import { evidenceFacts, SEEDS } from "../evidence/evidence.ts";
import { resultOf, type StepResult } from "../evidence/facts.ts";
import { keepingVerdicts } from "../evidence/kept-verdicts.ts";
import { allIds, readPieces } from "../evidence/project-files.ts";
import { fillInFact } from "./fill-in.ts";
import { readmeFacts } from "./readme.ts";
import { mapFact, pieceFacts, strayFacts, stubRecordFact } from "./structure.ts";
import { recordedStubs } from "./stub-record.ts";
import { unlessUnchanged } from "./unchanged.ts";

export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

/** Where verdicts of an earlier time are; in CI all is graded, and so it is with seeds of one's own. */
const KEPT = { folder: join(CACHE, "evidence"), tracedSeeds: [CATALOGUE_SEED] };

/** Everything: what is quick to fail comes first. `root` is the project's folder. */
export function allSteps(root: string): Step[] {
  return [
    tool(
      root,
      "format and lint",
      ["biome", "check", "--error-on-warnings", "."],
      "npm run format mends the format.",
    ),
    types(root, "exercises and solutions", "."),
    types(root, "graders", "graders"),
    types(root, "scripts", "scripts"),
    types(root, "the report's page", "scripts/teacher/reports/html/page"),
    types(root, "the student's page", "scripts/student/page/browser"),
    { name: "unit tests", run: () => tests(root, "unit") },
    { name: "end-to-end tests", run: () => endToEnd(root) },
    evidenceStep(root),
  ];
}

/** Graders against their evidence; of `only` these exercises if given. */
export function evidenceStep(root: string, only?: string[], seeds?: number[]): Step {
  return {
    name: only ? `evidence of ${only.join(", ")}` : "evidence",
    run: () => evidence(root, only, seeds),
  };
}

async function evidence(root: string, only: string[] | undefined, seeds?: number[]): Promise<StepResult> {
  const all = allIds(root);
  const ids = only ?? all;
  const pieces = ids.map((id) => readPieces(root, id));
  const generated = await Promise.all(pieces.map((each) => generatedAnswers(root, each)));
  const exercises = pieces.map((each, index) => {
    return { ...each, wrong: [...each.wrong, ...generated[index]!.wrong] };
  });
  const stubs = recordedStubs(root);
  const course = demonstrations(root).map(({ name }) => name);
  // Evidence is about the graders: what they name by themselves. The catalogue is compared with what it would be now.
  const engine = await openEngine({ ...(only ? { only } : {}), catalogue: false });
  const keeping = seeds || process.env.CI ? undefined : await keepingVerdicts(engine, KEPT);
  const judging = keeping ?? engine;
  try {
    const recorder = recordAnswers(judging);
    const checksOf = (id: string) => engine.graders.find((grader) => grader.id === id)?.checks ?? [];
    const titlesOf = (id: string) => checksOf(id).map(({ title }) => title);
    const checkIdsOf = (id: string) => checksOf(id).map((check) => check.id);
    const graded = await evidenceFacts(exercises, judging, {
      seeds: seeds ?? SEEDS,
      jobs: availableParallelism(),
      misconceptions: new Set(Object.keys(misconceptions)),
      graded: async (answer, seed, verdict, problem) => {
        if (problem !== undefined) keeping?.doubt(verdict);
        await recorder.graded(answer, seed, verdict);
      },
    });
    return resultOf([
      ...(only ? [] : [...strayFacts(root, all), mapFact(root, all)]),
      ...exercises.flatMap((exercise) => [
        ...pieceFacts(root, exercise.id),
        fillInFact(root, exercise),
        stubRecordFact(exercise, stubs),
        ...readmeFacts(exercise, titlesOf(exercise.id), course),
        ...equivalentsFacts(root, exercise),
      ]),
      ...generated.map(({ fact }) => fact),
      ...engine.graders.map((grader) => chosenFact(root, grader)),
      ...graded,
      ...((seeds ?? SEEDS).includes(CATALOGUE_SEED) ? ids : []).flatMap((id) => [
        catalogueFact(root, id, checkIdsOf(id), recorder.of(id)),
        qualityFact(root, measure(id, recorder.of(id))),
      ]),
    ]);
  } finally {
    await judging.close();
  }
}

/** Of a TypeScript project; tsc takes what did not change from its own record. */
function types(root: string, what: string, project: string): Step {
  const record = join(CACHE, "types", `${project.replaceAll("/", "-")}.tsbuildinfo`);
  return tool(root, `types of ${what}`, ["tsc", "-p", project, "--incremental", "--tsBuildInfoFile", record]);
}

function tool(root: string, name: string, [command, ...args]: string[], remedy?: string): Step {
  return {
    name,
    async run() {
      const { code, output } = await runTool(root, command!, args);
      if (code === 0) return { passed: 1, failed: 0, skipped: 0, details: [] };
      return { passed: 0, failed: 1, skipped: 0, details: [output.trim(), ...(remedy ? [remedy] : [])] };
    },
  };
}

/** The longest step. What it rests on is all of the tree, so that any change has it run again; and in CI it always runs. */
function endToEnd(root: string): Promise<StepResult> {
  const run = () => tests(root, "end-to-end");
  return process.env.CI ? run() : unlessUnchanged(root, join(CACHE, "end-to-end"), run);
}

interface VitestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
}

async function tests(root: string, project: string): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), "async-dojo-verify-"));
  try {
    const file = join(folder, "results.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code, output } = await runTool(root, "vitest", ["run", "--project", project, ...reporters]);
    const results = JSON.parse(readFileSync(file, "utf8")) as VitestResults;
    const passed = results.numPassedTests;
    // A file that cannot be loaded fails the run without a failed test, and a run of no tests proves nothing.
    const failed = Math.max(results.numFailedTests, code === 0 && results.success && passed > 0 ? 0 : 1);
    const skipped = results.numPendingTests + results.numTodoTests;
    return { passed, failed, skipped, details: failed > 0 ? [output.trim()] : [] };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, details: [`vitest gave no results: ${error}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
