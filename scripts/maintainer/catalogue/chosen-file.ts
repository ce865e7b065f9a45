// The chosen inputs' files, graders/catalogue/inputs/NN-slug.json: written by `npm run catalogue -- --inputs`, held by
// `npm run verify` against what the graders make now.
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { chosenText, readChosen } from "../../../graders/engine/edition/chosen.ts";
import { EngineError } from "../../../graders/engine/errors.ts";
import { type ChosenInputs, MOST_CHOSEN, madeAt, originOf } from "../../../graders/engine/inputs.ts";
import { type Check, isGenerated } from "../../../graders/kit/grader.ts";
import { show } from "../../../graders/trace/plain.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { type Fact, fact } from "../evidence/facts.ts";

/** The inputs of these origins as the check's cast makes them now. */
export function inWords({ cast }: Check, origins: readonly string[]): Record<string, string> {
  if (!isGenerated(cast)) return {};
  const made = origins.map((text) => madeAt(cast, originOf(text)).input[0]!);
  return Object.fromEntries(
    origins.map((text, index) => [text, show(made[index]!, Number.POSITIVE_INFINITY)]),
  );
}

/** Writes the exercise's file, or removes it where nothing is chosen; resolves to whether it is another than before. */
export async function writeChosen(root: string, id: string, chosen: ChosenInputs): Promise<boolean> {
  const graders = join(root, "graders");
  const path = join(graders, "catalogue", "inputs", `${id}.json`);
  const text = Object.keys(chosen).length === 0 ? undefined : `${JSON.stringify(chosen, null, 2)}\n`;
  if (chosenText(id, graders) === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await (text === undefined ? rm(path) : replaceFile(path, text));
  return true;
}

/** That inputs are chosen for each check that generates some, and are what its cast makes there. */
export function chosenFact(root: string, { id, checks }: { id: string; checks: readonly Check[] }): Fact {
  const name = `${id}: its chosen inputs are those of its casts`;
  const problem = chosenProblem(join(root, "graders"), id, checks);
  const remedy = `Choose anew: npm run catalogue -- --only ${numberOf(id)} --inputs`;
  return fact(name, problem && `graders/catalogue/inputs/${id}.json ${problem}. ${remedy}`);
}

function chosenProblem(graders: string, id: string, checks: readonly Check[]): string | undefined {
  let chosen: ChosenInputs;
  try {
    chosen = readChosen(id, graders);
  } catch (error) {
    if (error instanceof EngineError) return "is damaged";
    throw error;
  }
  const generated = checks.filter(({ cast }) => isGenerated(cast));
  const stranger = Object.keys(chosen).find((key) => !generated.some((check) => check.id === key));
  if (stranger !== undefined) return `has inputs for "${stranger}", which generates none`;
  for (const check of generated) {
    const own = chosen[check.id];
    if (!own) return `has no inputs for "${check.id}", which generates some`;
    const origins = Object.keys(own);
    if (origins.length > MOST_CHOSEN) return `has more than ${MOST_CHOSEN} inputs for "${check.id}"`;
    const now = inWords(check, origins);
    const other = origins.find((origin) => own[origin] !== now[origin]);
    if (other !== undefined)
      return `has for "${check.id}" at ${other} ${own[other]}, and its cast makes ${now[other]}`;
  }
  return undefined;
}
