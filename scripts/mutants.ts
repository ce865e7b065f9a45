// npm run mutants: whether the graders see every small change to a right answer. Usage: npm run mutants -- --help
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { type Engine, openEngine } from "../graders/engine/engine.ts";
import { runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { painter, print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { type Equivalent, readEquivalents } from "./maintainer/evidence/equivalents.ts";
import { type ExercisePieces, readPieces } from "./maintainer/evidence/project-files.ts";
import { parseArguments } from "./maintainer/mutants/arguments.ts";
import { gradeMutants, type MutationResult, type SolutionFile } from "./maintainer/mutants/grade.ts";
import { holds, problemLines, scoreText } from "./maintainer/mutants/report.ts";

const SEED = 1;

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const options = parseArguments(process.argv.slice(2), exerciseIds(root));
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { ids, all } = options;
  // What cannot be read is told before anything takes long.
  const exercises = ids.map((id) => {
    const pieces = readPieces(root, id);
    return { id, files: filesOf(pieces, all), listed: readEquivalents(root, pieces) };
  });
  const engine = await openEngine({ only: ids });
  const results: MutationResult[] = [];
  try {
    for (const { id, files, listed } of exercises) {
      const begun = performance.now();
      const graded = await gradeFiles(files, listed, engine);
      show(id, graded, (performance.now() - begun) / 1000);
      results.push(...graded);
    }
  } finally {
    await engine.close();
  }
  print(process.stdout, `\n${scoreText(results).trim()}`);
  return holds(results) ? 0 : 1;
});

function filesOf({ id, entry, reference, alsoCorrect }: ExercisePieces, all: boolean): SolutionFile[] {
  if (reference === undefined)
    throw new UsageError(`solutions/${id}/${entry} is missing. Write it, or leave ${id} out with --only.`);
  const solutions = [{ name: entry, text: reference }, ...(all ? alsoCorrect : [])];
  return solutions.map((solution) => ({ exercise: id, entry, ...solution }));
}

async function gradeFiles(
  files: SolutionFile[],
  listed: Record<string, Equivalent[]>,
  engine: Engine,
): Promise<MutationResult[]> {
  const options = { jobs: availableParallelism(), seed: SEED };
  const results: MutationResult[] = [];
  for (const file of files) results.push(await gradeMutants(file, listed[file.name] ?? [], engine, options));
  return results;
}

function show(id: string, results: MutationResult[], seconds: number): void {
  const paint = painter(process.stdout);
  const sign = holds(results) ? paint("green", "✓") : paint("red", "✗");
  const time = `${seconds.toFixed(1)} s`;
  const lines = results.flatMap(problemLines).map((line) => `  ${line}`);
  print(process.stdout, [`${sign} ${id.padEnd(28)} ${scoreText(results)}   ${time}`, ...lines]);
}
