// Verify's steps, in their order. Each gives a count and, for what failed, lines to read.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { CATALOGUE_SEED } from "../../graders/engine/catalogue.ts";
import { openEngine } from "../../graders/engine/grade.ts";
import { misconceptions } from "../../graders/misconceptions.ts";
import { catalogueFact } from "../catalogue/file.ts";
import { generatedAnswers } from "../catalogue/generated.ts";
import { measure } from "../catalogue/measure.ts";
import { qualityFact } from "../catalogue/quality.ts";
import { recordAnswers } from "../catalogue/recordings.ts";
import { runTool } from "../lib/tool.ts";
import { equivalentsFacts } from "./equivalents.ts";
import { evidenceFacts, SEEDS } from "./evidence.ts";
import { resultOf, type StepResult } from "./facts.ts";
import { fillInFact } from "./fill-in.ts";
import { readPieces } from "./project-files.ts";
import { readmeFacts } from "./readme.ts";
import { allIds, mapFact, pieceFacts, strayFacts, stubRecordFact } from "./structure.ts";
import { recordedStubs } from "./stub-record.ts";

export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

/** Everything: what is quick to fail comes first. `root` is the project's folder. */
export function allSteps(root: string): Step[] {
  return [
    tool(
      root,
      "format and lint",
      ["biome", "check", "--error-on-warnings", "."],
      "npm run format mends the format.",
    ),
    tool(root, "types of exercises and solutions", ["tsc", "-p", "."]),
    tool(root, "types of graders", ["tsc", "-p", "graders"]),
    tool(root, "types of scripts", ["tsc", "-p", "scripts"]),
    tool(root, "types of the report's page", ["tsc", "-p", "scripts/reports/html/page"]),
    { name: "unit tests", run: () => unitTests(root) },
    evidenceStep(root),
  ];
}

/** Graders against their evidence; of `only` these exercises if given. */
export function evidenceStep(root: string, only?: string[], seeds: number[] = SEEDS): Step {
  return {
    name: only ? `evidence of ${only.join(", ")}` : "evidence",
    run: () => evidence(root, only, seeds),
  };
}

async function evidence(root: string, only: string[] | undefined, seeds: number[]): Promise<StepResult> {
  const all = allIds(root);
  const ids = only ?? all;
  const pieces = ids.map((id) => readPieces(root, id));
  const generated = await Promise.all(pieces.map((each) => generatedAnswers(root, each)));
  const exercises = pieces.map((each, index) => {
    return { ...each, wrong: [...each.wrong, ...generated[index]!.wrong] };
  });
  const stubs = recordedStubs(root);
  // Evidence is about the graders: what they name by themselves. The catalogue is compared with what it would be now.
  const engine = await openEngine({ ...(only ? { only } : {}), catalogue: false });
  try {
    const recorder = recordAnswers(engine);
    const checksOf = (id: string) => engine.graders.find((grader) => grader.id === id)?.checks ?? [];
    const titlesOf = (id: string) => checksOf(id).map(({ title }) => title);
    const checkIdsOf = (id: string) => checksOf(id).map((check) => check.id);
    const graded = await evidenceFacts(exercises, engine, {
      seeds,
      jobs: availableParallelism(),
      misconceptions: new Set(Object.keys(misconceptions)),
      graded: recorder.graded,
    });
    return resultOf([
      ...(only ? [] : [...strayFacts(root, all), mapFact(root, all)]),
      ...exercises.flatMap((exercise) => [
        ...pieceFacts(root, exercise.id),
        fillInFact(root, exercise),
        stubRecordFact(exercise, stubs),
        ...readmeFacts(exercise, titlesOf(exercise.id)),
        ...equivalentsFacts(root, exercise),
      ]),
      ...generated.map(({ fact }) => fact),
      ...graded,
      ...(seeds.includes(CATALOGUE_SEED) ? ids : []).flatMap((id) => [
        catalogueFact(root, id, checkIdsOf(id), recorder.of(id)),
        qualityFact(root, measure(id, recorder.of(id))),
      ]),
    ]);
  } finally {
    await engine.close();
  }
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

interface VitestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
}

async function unitTests(root: string): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), "async-dojo-verify-"));
  try {
    const file = join(folder, "results.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code, output } = await runTool(root, "vitest", ["run", "--project", "unit", ...reporters]);
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
