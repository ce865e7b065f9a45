// npm run catalogue: makes the catalogue of how wrong answers fail. Usage: npm run catalogue -- --help

import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { CATALOGUE_SEED } from "../graders/engine/catalogue.ts";
import { openEngine } from "../graders/engine/grade.ts";
import type { ExerciseVerdict } from "../graders/engine/types.ts";
import { parseArguments } from "./catalogue/arguments.ts";
import { catalogueText, writeCatalogue } from "./catalogue/file.ts";
import { measure } from "./catalogue/measure.ts";
import { recordAnswers } from "./catalogue/recordings.ts";
import { measuredTable } from "./catalogue/table.ts";
import { runCommand } from "./lib/command.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { gradeAnswers } from "./verify/grade-answers.ts";
import { readPieces } from "./verify/project-files.ts";
import { allIds } from "./verify/structure.ts";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const options = parseArguments(process.argv.slice(2), allIds(root));
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { ids } = options;
  const engine = await openEngine({ only: ids, catalogue: false });
  try {
    const recorder = recordAnswers(engine);
    const answers = ids.flatMap((id) => answersTo(root, id));
    const how = { seeds: [CATALOGUE_SEED], jobs: availableParallelism() };
    await gradeAnswers(answers, engine, how, async (answer, seed, verdict) => {
      const fault = whyUseless(answer, verdict);
      if (fault) throw new UsageError(`${fault} Nothing was written.`);
      await recorder.graded(answer, seed, verdict);
    });
    for (const { id, checks } of engine.graders) {
      const order = checks.map((check) => check.id);
      const changed = await writeCatalogue(root, id, catalogueText(order, recorder.of(id)));
      print(process.stdout, `graders/catalogue/${id}.json${changed ? "" : " (as it was)"}`);
    }
    if (options.measure)
      print(process.stdout, `\n${measuredTable(ids.map((id) => measure(id, recorder.of(id))))}`);
  } finally {
    await engine.close();
  }
  return 0;
});

/** Right ones too: a shape that they have says nothing. */
function answersTo(root: string, id: string) {
  const { entry, reference, alsoCorrect, wrong } = readPieces(root, id);
  const right = reference === undefined ? [] : [{ name: entry, text: reference }];
  return [...right, ...alsoCorrect, ...wrong].map(({ name, text }) => ({ id, entry, text, path: name }));
}

/** A catalogue made while something else is wrong would be wrong, too. */
function whyUseless(
  { id, path }: { id: string; path: string },
  verdict: ExerciseVerdict,
): string | undefined {
  const { outcome, checks } = verdict;
  const broken = checks.find((check) => check.outcome === "grader-error");
  if (broken) return `solutions/${id}/${path} could not be graded: ${broken.feedback} Mend that first.`;
  if (path.startsWith("wrong/") || outcome === "passed") return undefined;
  return `solutions/${id}/${path} is a right answer, and ${outcome}. See: npm run verify -- --only ${id}`;
}
