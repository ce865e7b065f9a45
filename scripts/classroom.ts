// npm run classroom: the points as GitHub Classroom's reporter wants them, for the workflow of a student edition.

import { appendFile } from "node:fs/promises";
import { dirname } from "node:path";
import { runCommand } from "./lib/command.ts";
import { wantsHelp } from "./lib/one-exercise.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { classroomResult, encoded } from "./teacher/classroom/result.ts";
import { jsonText } from "./teacher/reports/json-text.ts";

const usage = `Usage: npm run classroom

Grades your exercises and prints the result for GitHub Classroom's autograding-grading-reporter, as JSON. In a workflow it
also sets the step's output "result" to it, in base64. Exit codes: 0 graded, 3 a check could not be run (not your fault).
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return 0;
  }
  if (args.length > 0) throw new UsageError("npm run classroom takes no arguments.");
  // A teacher sees it, so nothing that lies on this disk counts but the answers.
  const { countPoints } = await import("./student/score/count.ts");
  const { maxScore, belts } = await countPoints(dirname(import.meta.dirname), { anew: true });
  const result = classroomResult(
    maxScore,
    belts.flatMap(({ exercises }) => exercises),
  );
  print(process.stdout, jsonText(result));
  const { GITHUB_OUTPUT } = process.env;
  if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, `result=${encoded(result)}\n`);
  return result.status === "error" ? 3 : 0;
});
