// The assets of a student edition: unpacked when they are needed, each exercise's by itself.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import fc from "fast-check";
import type { Grader } from "../../kit/grader.ts";
import { EngineError } from "../errors.ts";
import { choosing } from "../inputs.ts";
import type { Assets } from "./assets.ts";
import { type ChildParts, keepChild } from "./child-files.ts";
import { type EnginePack, type ExercisePack, ghostKey, unpack } from "./pack.ts";
import { ITSELF, PLAY } from "./play-script.ts";

const FOLDER = fileURLToPath(new URL("../../packs", import.meta.url));
const ENGINE = "engine";

const read = new Map<string, unknown>();

export const assets: Assets = {
  async load(only) {
    const ids = names().filter((id) => id !== ENGINE && (only?.includes(id) ?? true));
    if (ids.length === 0) throw new EngineError("There is no such exercise in this edition.");
    return { graders: ids.map(graderOf), program: await programOf(ids, (id) => exercise(id).scenarios) };
  },
  hash: () => (packOf(ENGINE) as EnginePack).hash,
  fingerprints: () => Promise.reject(new EngineError("Only a full clone knows what its verdicts depend on.")),
  catalogue: (id) => exercise(id).catalogue,
  reference: () => undefined,
  rightAnswers: (id) => exercise(id).answers ?? [],
  recordedGhost: (id, scenario) => exercise(id).ghosts[ghostKey(scenario)],
};

/** See pack-state.ts. */
export function playground(): Promise<string> {
  return programOf([ITSELF], () => PLAY);
}

function names(): string[] {
  return readdirSync(FOLDER)
    .flatMap((name) => (name.endsWith(".br") ? [name.slice(0, -3)] : []))
    .sort();
}

/** Throws EngineError if it is missing or damaged. */
function packOf(name: string): unknown {
  try {
    if (!read.has(name)) read.set(name, unpack(readFileSync(join(FOLDER, `${name}.br`))));
    return read.get(name);
  } catch {
    throw new EngineError(`graders/packs/${name}.br is damaged. Get it back: git checkout graders`);
  }
}

function exercise(id: string): ExercisePack {
  return packOf(id) as ExercisePack;
}

function graderOf(id: string): Grader {
  const make = new Script(exercise(id).judge, { filename: "grader" }).runInThisContext();
  return choosing(make(fc) as Grader, exercise(id).chosen);
}

/** The path of the child's program with these exercises. */
function programOf(ids: string[], script: ChildParts["script"]): Promise<string> {
  const { hash, program } = packOf(ENGINE) as EnginePack;
  return keepChild({ hash, program: async () => program, ids, script });
}
