// npm run catalogue: writes down how wrong answers fail. Usage: npm run catalogue -- --help
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { type Engine, openEngine } from "../graders/engine/engine.ts";
import type { ExerciseVerdict } from "../graders/engine/types.ts";
import { runCommand } from "./lib/command.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { parseArguments } from "./maintainer/catalogue/arguments.ts";
import { writeChosen } from "./maintainer/catalogue/chosen-file.ts";
import { catalogueText, writeCatalogue } from "./maintainer/catalogue/file.ts";
import { firstLines } from "./maintainer/catalogue/first-lines.ts";
import { generate } from "./maintainer/catalogue/generate.ts";
import { generatedAnswers, rightAnswers, writeGenerated } from "./maintainer/catalogue/generated.ts";
import { measure } from "./maintainer/catalogue/measure.ts";
import { DIAGNOSIS, writeQuality } from "./maintainer/catalogue/quality.ts";
import { recordAnswers } from "./maintainer/catalogue/recordings.ts";
import { measuredTable } from "./maintainer/catalogue/table.ts";
import { chooseFor } from "./maintainer/catalogue/wrong-programs.ts";
import { SEEDS } from "./maintainer/evidence/evidence.ts";
import { gradeAnswers } from "./maintainer/evidence/grade-answers.ts";
import { allIds, GENERATED, readPieces } from "./maintainer/evidence/project-files.ts";

const how = { seeds: SEEDS, jobs: availableParallelism() };

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const options = parseArguments(process.argv.slice(2), allIds(root));
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { ids } = options;
  if (options.show) {
    for (const id of ids)
      for (const { name, text } of await generatedOf(root, id))
        print(process.stdout, `// solutions/${id}/${name}\n${text.trimEnd()}\n`);
    return 0;
  }
  // Each step builds on what the one before has written.
  if (options.generate) await withEngine(ids, (engine) => chooseGenerated(root, ids, engine));
  if (options.inputs !== undefined) for (const id of ids) await chooseChosen(root, id, options.inputs);
  return withEngine(ids, async (engine) => {
    const recorder = recordAnswers(engine);
    const lines = firstLines();
    const answers = (await Promise.all(ids.map((id) => answersTo(root, id)))).flat();
    await gradeAnswers(answers, engine, how, async (answer, seed, verdict) => {
      const fault = whyUseless(answer, verdict);
      if (fault) throw new UsageError(`${fault} Nothing was written.`);
      lines.graded(answer, seed, verdict);
      await recorder.graded(answer, seed, verdict);
    });
    const { written, problems } = await lines.write(root);
    for (const path of written) print(process.stdout, `${path}`);
    for (const { id, checks } of engine.graders) {
      const order = checks.map((check) => check.id);
      const changed = await writeCatalogue(root, id, catalogueText(order, recorder.of(id)));
      print(process.stdout, `graders/catalogue/${id}.json${changed ? "" : " (as it was)"}`);
    }
    const measured = ids.map((id) => measure(id, recorder.of(id)));
    const { changed, refused } = await writeQuality(root, measured, options.acceptWorse);
    if (changed) print(process.stdout, `solutions/${DIAGNOSIS}`);
    if (options.measure) print(process.stdout, `\n${measuredTable(measured)}`);
    const left = [...problems, ...refused];
    for (const problem of left) print(process.stderr, `${problem}`);
    return left.length > 0 ? 1 : 0;
  });
});

/** With the graders as they are now, which alone are to name misconceptions. */
async function withEngine<Result>(ids: string[], use: (engine: Engine) => Promise<Result>): Promise<Result> {
  const engine = await openEngine({ only: ids, catalogue: false });
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

async function chooseGenerated(root: string, ids: readonly string[], engine: Engine): Promise<void> {
  const pieces = ids.map((id) => readPieces(root, id));
  for (const [id, list] of await generate(pieces, engine, how))
    if (await writeGenerated(root, id, list)) print(process.stdout, `solutions/${id}/${GENERATED}`);
}

async function chooseChosen(root: string, id: string, seeds: number): Promise<void> {
  const { chosen, told } = await chooseFor(root, readPieces(root, id), { jobs: how.jobs, seeds });
  if (await writeChosen(root, id, chosen)) print(process.stdout, `graders/catalogue/inputs/${id}.json`);
  print(process.stdout, told);
}

/** Right ones too: a shape that they have says nothing. */
async function answersTo(root: string, id: string) {
  const pieces = readPieces(root, id);
  const { entry, wrong } = pieces;
  return [...rightAnswers(pieces), ...wrong, ...(await generatedOf(root, id))].map(({ name, text }) => {
    return { id, entry, text, path: `solutions/${id}/${name}` };
  });
}

/** Throws a UsageError if one of them cannot be made. */
async function generatedOf(root: string, id: string) {
  const { wrong, fact } = await generatedAnswers(root, readPieces(root, id));
  if (fact.problem) throw new UsageError(fact.problem);
  return wrong;
}

/** A catalogue made while something else is wrong would be wrong, too. */
function whyUseless(
  { id, path }: { id: string; path: string },
  verdict: ExerciseVerdict,
): string | undefined {
  const { outcome, checks } = verdict;
  const isWrong = /^solutions\/[^/]+\/(wrong|generated)\//.test(path);
  const broken = checks.find((check) => check.outcome === "grader-error");
  if (broken) return `${path} could not be graded: ${broken.feedback} Mend that first.`;
  if (isWrong || outcome === "passed") return undefined;
  return `${path} is a right answer, and ${outcome}. See: npm run verify -- --only ${id}`;
}
