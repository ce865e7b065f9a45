// Runs vitest on exercises, in this very process: a second Node would cost the student half a second.
import { join } from "node:path";
import { startGrading } from "../../../graders/vitest/grading.ts";
import { type Output, printedStream } from "../../lib/terminal.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { TestOptions } from "./arguments.ts";

export interface Project {
  root: string;
  /** All exercises' ids, sorted. */
  known: string[];
  output: Output;
}

/** Resolves to the exit code: 0 if nothing failed. Throws a UsageError if there is no exercise at all. */
export async function runExercises(options: TestOptions, { root, known, output }: Project): Promise<number> {
  if (known.length === 0) throw new UsageError("There is no exercise in exercises/. Is this a whole clone?");
  const { named, reporter, testNamePattern } = options;
  const chosen = named ?? known;
  // Grading takes about as long as vitest does to start, so neither waits.
  const grading = startGrading({ only: chosen, named: named !== undefined }, chosen);
  const { startVitest } = await import("vitest/node");
  const { exercisesProject } = await import("../../../graders/vitest/project.ts");
  const { ExerciseReporter } = await import("./reporter.ts");
  // A reporter of vitest's shows the student's lines as they are: in a log they pass our gate behind it.
  const printing =
    reporter === undefined || output.isTTY
      ? {}
      : { stdout: printedStream(output), stderr: printedStream(process.stderr) };
  const ours = new ExerciseReporter({ output, root, known, chosen });
  try {
    const vitest = await startVitest(
      chosen.map((id) => join(root, "exercises", id, ".grader.ts")),
      {
        root,
        // vitest.config.ts has nothing more for exercises, and to read it and start its projects would cost 0.1 s.
        config: false,
        // What our reporter prints has no pictures.
        ...exercisesProject({ grading, pictures: reporter !== undefined }),
        run: true,
        watch: false,
        reporters: [reporter ?? ours],
        ...(testNamePattern === undefined ? {} : { testNamePattern }),
      },
      {},
      printing,
    );
    await vitest.close();
    for (const stream of Object.values(printing)) stream.end();
  } finally {
    await grading.close();
  }
  return reporter ? Number(process.exitCode ?? 0) : ours.exitCode;
}
