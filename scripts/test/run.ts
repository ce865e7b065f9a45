// Runs vitest on exercises, in this very process: a second Node would cost the student half a second.
import { join } from "node:path";
import type { Output } from "../lib/terminal.ts";
import { UsageError } from "../lib/usage-error.ts";
import type { TestOptions } from "./arguments.ts";
import { gradeAhead } from "./grade-ahead.ts";

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
  const ahead = gradeAhead({ ids: chosen, named: named !== undefined });
  const { startVitest } = await import("vitest/node");
  const { ExerciseReporter } = await import("./reporter.ts");
  const ours = new ExerciseReporter({ output, root, known, chosen });
  try {
    await ahead.ready;
    const vitest = await startVitest(
      chosen.map((id) => join(root, "exercises", id, ".grader.ts")),
      {
        root,
        // Node reads the configuration as it is; bundling it first would cost 0.1 s.
        configLoader: "native",
        project: ["exercises"],
        run: true,
        watch: false,
        reporters: [reporter ?? ours],
        provide: { asyncDojoAhead: true },
        ...(testNamePattern === undefined ? {} : { testNamePattern }),
      },
    );
    await vitest.close();
  } finally {
    await ahead.close();
  }
  return reporter ? Number(process.exitCode ?? 0) : ours.exitCode;
}
