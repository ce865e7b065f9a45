// `--step`: a run told one event at a time; all of it at once where no keys can be pressed.
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { readExercise } from "../../../graders/engine/compile/read-exercise.ts";
import type { Playground } from "../../../graders/engine/play/playground.ts";
import { canRedraw, type Output, painter, print } from "../../lib/terminal.ts";
import { allSteps } from "../step/step-lines.ts";
import { steppedOf } from "../step/stepped.ts";
import type { Group } from "./arguments.ts";
import { claimIn } from "./course.ts";

/** Resolves to the exit code: 1 if the file could not be run. */
export async function stepThrough(
  { files: [file] }: Group,
  playground: Playground,
  output: Output,
): Promise<number> {
  const { path, name } = file!;
  const entry = basename(path);
  const read = await readExercise(dirname(path), entry);
  const played = await playground.play(read);
  if ("fault" in played || "refused" in read) {
    print(output, "fault" in played ? played.fault : "");
    return 1;
  }
  const claim = claimIn(await readFile(path, "utf8"));
  const title = claim ? `${name}: ${claim}` : name;
  const stepped = steppedOf({ title, trace: played.trace, files: read.files, entry });
  if (stepped.happenings.length === 0 || !played.trace.steps) {
    print(output, `${name} has nothing to step through, or more than 40,000 steps.`);
    return 1;
  }
  if (!process.stdin.isTTY || !canRedraw(output)) {
    print(output, allSteps(stepped));
    return 0;
  }
  const { stepInTerminal } = await import("../step/step-app.ts");
  await stepInTerminal(stepped, painter(output));
  return 0;
}
