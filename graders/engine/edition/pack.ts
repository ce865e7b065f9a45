// A student edition's files, graders/packs/*.br: what is the same for all exercises, and what each one has of its own.
import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Trace } from "../../trace/trace.ts";
import type { ChosenInputs } from "../inputs.ts";
import type { Catalogue } from "../judge/catalogue.ts";
import type { Scenario } from "../reference-runs.ts";
import type { ChildFiles } from "./child-files.ts";
import type { RightAnswer } from "./right-answers.ts";

/** `engine.br` */
export interface EnginePack {
  /** That of the clone which the edition was made from. */
  hash: string;
  /** The child's, without the exercises' scripts. */
  program: ChildFiles;
}

/** `03-three-apis.br` */
export interface ExercisePack {
  /** A script whose value is a function that takes fast-check and returns the grader, for the judge. */
  judge: string;
  /** The grader's script for the child. */
  scenarios: string;
  chosen: ChosenInputs;
  catalogue: Catalogue;
  /** The reference solution's traces by `ghostKey`. */
  ghosts: Record<string, Trace>;
  /** For those who pass, where the teacher wants it. */
  answers?: RightAnswer[];
}

export function pack(content: EnginePack | ExercisePack): Buffer {
  return brotliCompressSync(JSON.stringify(content), {
    // A window that holds many traces: they resemble each other.
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 9 },
  });
}

export function unpack(packed: Uint8Array): unknown {
  return JSON.parse(brotliDecompressSync(packed).toString("utf8"));
}

export function ghostKey({ check, seed, input }: Scenario): string {
  const text = JSON.stringify([check, seed, ...(input === undefined ? [] : [input])]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
