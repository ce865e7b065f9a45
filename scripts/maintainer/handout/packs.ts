// Makes a student edition's packs: graders, what is known of failures, and the reference solutions' traces.
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { assets } from "../../../graders/engine/edition/assets.ts";
import {
  built,
  childFiles,
  graderFiles,
  graderScript,
  made,
} from "../../../graders/engine/edition/bundle.ts";
import { readChosen } from "../../../graders/engine/edition/chosen.ts";
import { ghostKey, pack } from "../../../graders/engine/edition/pack.ts";
import { type Engine, openEngine } from "../../../graders/engine/engine.ts";
import { EngineError } from "../../../graders/engine/errors.ts";
import { askedInputs } from "../../../graders/engine/inputs.ts";
import {
  CATALOGUE_SEED,
  type Catalogue,
  knownInputs,
  readCatalogue,
} from "../../../graders/engine/judge/catalogue.ts";
import { type Check, isGenerated } from "../../../graders/kit/grader.ts";
import type { Plain } from "../../../graders/trace/plain.ts";
import type { Trace } from "../../../graders/trace/trace.ts";

/**
 * Writes `engine.br` and a pack an exercise into the folder, which it makes; if `compare`, with our right answers for those who
 * pass. Throws EngineError if one cannot be made.
 */
export async function writePacks(
  ids: readonly string[],
  folder: string,
  { compare }: { compare: boolean },
): Promise<void> {
  await mkdir(folder);
  const engine = await openEngine({ only: [...ids] });
  try {
    const program = await childFiles();
    await writeFile(join(folder, "engine.br"), pack({ hash: engine.gradersHash, program }));
    for (const file of graderFiles([...ids])) {
      const id = basename(file, ".ts");
      const catalogue = readCatalogue(id);
      const content = {
        judge: await judgeScript(file),
        scenarios: await graderScript(file),
        chosen: readChosen(id),
        catalogue,
        ghosts: await ghosts(engine, id, catalogue),
        ...(compare && { answers: assets.rightAnswers(id) }),
      };
      await writeFile(join(folder, `${id}.br`), pack(content));
    }
  } finally {
    await engine.close();
  }
}

/** fast-check is the engine's own: an input of another copy's is none to it. */
async function judgeScript(file: string): Promise<string> {
  const options = { format: "iife", globalName: "grader", minify: true } as const;
  const code = await built(file, options, [made("fast-check", "export default __fastCheck;")]);
  return `((__fastCheck) => {\n${code}\nreturn grader.default;\n})`;
}

/** The reference's traces in all scenarios of the student's seed that are known beforehand. */
async function ghosts(engine: Engine, id: string, catalogue: Catalogue): Promise<Record<string, Trace>> {
  const { checks } = engine.graders.find((grader) => grader.id === id)!;
  const traces: Record<string, Trace> = {};
  for (const check of checks) {
    for (const given of inputsOf(check, catalogue)) {
      const scenario = { check: check.id, seed: CATALOGUE_SEED, ...given };
      const trace = await engine.referenceTrace(id, scenario);
      if (!trace)
        throw new EngineError(`The reference solution of ${id} gives no trace in "${check.title}".`);
      traces[ghostKey(scenario)] = trace;
    }
  }
  return traces;
}

/** Those that a student's checks are asked with, and those at which known wrong answers are known to end. */
function inputsOf(check: Check, catalogue: Catalogue): { input?: Plain }[] {
  const asked = askedInputs(check, CATALOGUE_SEED).map(({ input }) => input);
  const known = isGenerated(check.cast) ? catalogue[check.id] : undefined;
  const inputs = [...asked, ...(known ? knownInputs(known).map((input) => [input] as const) : [])];
  return inputs.map(([input]) => (input === undefined ? {} : { input }));
}
