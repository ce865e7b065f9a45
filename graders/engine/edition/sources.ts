// The assets of a full clone, made from its sources.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Grader } from "../../kit/grader.ts";
import { EngineError } from "../errors.ts";
import { choosing } from "../inputs.ts";
import { readCatalogue } from "../judge/catalogue.ts";
import type { Assets } from "./assets.ts";
import { bundleChild, graderFiles, ROOT } from "./bundle.ts";
import { readChosen } from "./chosen.ts";
import { fingerprints } from "./fingerprints.ts";
import { ownHash } from "./graders-hash.ts";
import { rightAnswersIn } from "./right-answers.ts";

export const assets: Assets = {
  async load(only) {
    const files = graderFiles(only);
    if (files.length === 0)
      throw new EngineError("There is no such grader in graders/. Is this a whole clone?");
    const [graders, program] = await Promise.all([loadGraders(files), bundleChild(files)]);
    return { graders, program };
  },
  hash: ownHash,
  fingerprints,
  catalogue: (id) => readCatalogue(id),
  reference: (id) => readText(join(ROOT, "solutions", id, `${id.slice(3)}.ts`)),
  rightAnswers: (id) => rightAnswersIn(join(ROOT, "solutions"), id),
  recordedGhost: () => undefined,
};

function loadGraders(files: string[]): Promise<Grader[]> {
  return Promise.all(
    files.map(async (file) => {
      const { default: grader } = (await import(pathToFileURL(file).href)) as { default: Grader };
      return choosing(grader, readChosen(grader.id));
    }),
  );
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
